import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import {seen} from './mount.ts';

/** Stops of the Tab key after which a place counts as one that cannot be reached. */
const farthest = 150;

/** A test by keys alone, in which the focus is never on nothing for longer than a frame. */
export function byKeys(name: string, test: () => Promise<void>): void {
  it(name, async () => {
    const watch = new FocusWatch();
    try {
      await test();
    } finally {
      watch.stop();
    }
    expect(watch.losses, 'the focus fell to the page from here').to.deep.equal([]);
  });
}

/**
 * A page with an element on it, and the focus at its beginning, as after it was loaded. Whoever goes on at its end comes to the
 * controls of the browser, from which no script gets the focus back in Firefox: nothing here goes farther than the two links.
 */
export async function openPage<Shown extends HTMLElement>(element: TemplateResult): Promise<Shown> {
  const page = await fixture<HTMLElement>(html`<div><a class="edge" href="#beginning">Beginning of the page</a>${element}<a class="edge" href="#end">End of the page</a></div>`);
  page.querySelector('a')!.focus();
  return page.children[1] as Shown;
}

/** What has the focus, however deep in shadow roots it is. */
export function focused(): HTMLElement {
  let element = document.activeElement!;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement;
}

/** Waits until something has the focus. */
export async function focusOn(words: string | RegExp): Promise<HTMLElement> {
  await seen(() => matches(nameOf(focused()), words), `the focus on ${words}`).catch((error: Error) => expect.fail(`${error.message}: it is on “${nameOf(focused())}”`));
  return focused();
}

/** Waits until the field called so has the focus; buttons may be called the same. */
export async function inField(words: string): Promise<HTMLTextAreaElement> {
  await seen(() => focused().matches('input, textarea') && nameOf(focused()) === words, `the focus in the field ${words}`);
  return focused() as HTMLTextAreaElement;
}

/** Presses a key, with others held down or not: `Enter`, `Control+Enter`. */
export async function press(combination: string): Promise<void> {
  const held = combination.split('+');
  const key = held.pop()!;
  for (const each of held) await sendKeys({down: each});
  await sendKeys({press: key});
  for (const each of held.toReversed()) await sendKeys({up: each});
}

export const write = (text: string): Promise<void> => sendKeys({type: text});

/** Goes on by the Tab key to what is called so. */
export const tabTo = (words: string | RegExp): Promise<HTMLElement> => go('Tab', words);

/** Goes back to it. */
export const tabBackTo = (words: string | RegExp): Promise<HTMLElement> => go('Shift+Tab', words);

async function go(key: string, words: string | RegExp): Promise<HTMLElement> {
  const stops: string[] = [];
  while (stops.length < farthest) {
    await press(key);
    const here = focused();
    if (matches(nameOf(here), words)) return here;
    stops.push(nameOf(here));
    if (here === document.body || here.matches('.edge')) break;
  }
  return expect.fail(`${key} does not lead to ${words}, but to: ${stops.join(' → ')}`);
}

/** What an element is called by: as much of the computation of names as our elements need. */
function nameOf(element: HTMLElement): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const by = element.getAttribute('aria-labelledby')?.split(' ').map(id => root.getElementById(id)?.textContent ?? '').join(' ');
  const labels = 'labels' in element ? [...(element as HTMLInputElement).labels ?? []].map(({textContent}) => textContent).join(' ') : '';
  return (element.ariaLabel ?? by ?? (labels || element.textContent)).replaceAll(/\s+/g, ' ').trim();
}

const matches = (name: string, words: string | RegExp) => (typeof words === 'string' ? name === words : words.test(name));

/** Looks in every frame whether something has the focus, from the first time on. */
class FocusWatch {
  /** What had the focus before it was lost. */
  readonly losses: string[] = [];
  #frame = requestAnimationFrame(() => this.#look());
  #last = '';
  #isLost = false;

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #look(): void {
    const here = focused();
    const isOnNothing = here === document.body && this.#last !== '';
    if (isOnNothing && this.#isLost && this.losses.at(-1) !== this.#last) this.losses.push(this.#last);
    if (here !== document.body) this.#last = nameOf(here) || here.localName;
    this.#isLost = isOnNothing;
    this.#frame = requestAnimationFrame(() => this.#look());
  }
}
