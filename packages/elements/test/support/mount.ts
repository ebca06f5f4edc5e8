import {fixture, html, waitUntil} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import '@social-learning/elements/thread/define';
import '@social-learning/elements/provider/define';
import {
  browserEnvironment, createClient, indexedDbOutbox, memoryStorage, type Backend, type Client, type Environment,
} from '@social-learning/sdk';

let count = 0;

/** A subject that no other test talks about. */
export function newSubject(): string {
  return `test/${Date.now()}-${++count}`;
}

const clients: Client[] = [];

// A store lets go of its connection a second after the last who looks; a page has six in all, and the next test wants some.
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

/** A client as in a browser of its own: it shares no lock, no channel and no storage with any other test, and ends with its own. */
export function clientFor(backend: Backend, environment: Partial<Environment> = {}): Client {
  const page = browserEnvironment();
  const apart = crypto.randomUUID();
  const client = createClient({
    backend,
    environment: {
      ...page,
      lock: (name, signal, task) => page.lock(`${apart} ${name}`, signal, task),
      channel: name => page.channel(`${apart} ${name}`),
      openOutbox: () => Promise.resolve(indexedDbOutbox(indexedDB, apart)),
      drafts: memoryStorage(),
      ...environment,
    },
  });
  clients.push(client);
  return client;
}

type Attributes = Partial<Pick<ThreadElement, 'subject' | 'space' | 'kind' | 'from' | 'heading' | 'lang'>>;

/** A thread on the page, read and shown. */
export async function mountThread(client: Client, attributes: Attributes = {}): Promise<ThreadElement> {
  const element = await placeThread(client, attributes);
  await settled(element);
  return element;
}

/** A thread on the page that nobody waits for. */
export async function placeThread(client: Client, attributes: Attributes = {}): Promise<ThreadElement> {
  return fixture<ThreadElement>(html`<sl-thread
    .client=${client}
    .subject=${attributes.subject ?? newSubject()}
    .space=${attributes.space}
    .kind=${attributes.kind ?? 'discussion'}
    .from=${attributes.from ?? 'start'}
    .heading=${attributes.heading}
    lang=${attributes.lang ?? 'en'}
  ></sl-thread>`);
}

/** Waits until a thread is neither loading nor about to say who uses it, what stands around the posts has come, and the first page is there also below the screen. */
export async function settled(element: ThreadElement): Promise<void> {
  const isOnItsWay = () =>
    element.matches(':state(loading), :not(:state(failed), :state(attended))') || root(element).querySelector('.skeleton, .slab:nth-child(-n + 2):empty') !== null;
  await waitUntil(() => !isOnItsWay(), 'the thread did not load', {timeout: 20_000});
}

export function root(element: Element): ShadowRoot {
  return element.shadowRoot!;
}

/** The posts on screen, in order. */
export function posts(element: Element): HTMLElement[] {
  return [...root(element).querySelectorAll<HTMLElement>('.post')];
}

/** What the posts say, in order. */
export function texts(element: Element): string[] {
  return posts(element).map(post => post.querySelector('.body')!.textContent!.trim());
}

/** Waits for something that is looked for, and gives it. */
export async function seen<Value>(look: () => Value | null | undefined | false, what: string): Promise<Value> {
  let found: Value | null | undefined | false;
  await waitUntil(() => (found = look()), `${what} did not appear`, {timeout: 20_000});
  return found as Value;
}

/** A button by the words that it shows or is called by. */
export function button(element: Element, words: string | RegExp): HTMLButtonElement | undefined {
  const matches = (text: string | null) => text !== null && (typeof words === 'string' ? text.trim() === words : words.test(text));
  return [...root(element).querySelectorAll('button')].find(candidate => matches(candidate.ariaLabel) || matches(candidate.textContent));
}

/** Opens the composer of a thread and types into it. */
export async function type(element: Element, text: string): Promise<HTMLTextAreaElement> {
  (await seen(() => root(element).querySelector<HTMLElement>('.write'), 'the button to write')).click();
  return typeInto(await seen(() => root(element).querySelector<HTMLTextAreaElement>('.writing textarea'), 'the composer'), text);
}

export function typeInto(field: HTMLTextAreaElement, text: string): HTMLTextAreaElement {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  return field;
}
