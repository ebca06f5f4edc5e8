import {virtual} from '@guidepup/virtual-screen-reader/browser.js';
import {root, seen} from './mount.ts';

afterEach(() => virtual.stop());

/**
 * A screen reader at an element, or at a part of it. It keeps to the specifications of names, roles and live regions, and no
 * real one says quite the same; but what is missing here is missing in all of them. Of a checkbox it does not know whether it
 * is checked, and it reads what is folded up.
 *
 * @param part What it is started on: it does not enter a shadow root by itself.
 */
export async function listenTo(element: Element, part = 'section'): Promise<Spoken> {
  const container = await seen(() => root(element).querySelector(part), `${part} of ${element.localName}`);
  await virtual.stop();
  await virtual.start({container});
  await virtual.clearSpokenPhraseLog();
  return new Spoken(container);
}

/** What is heard. */
export class Spoken {
  readonly #container: Element;
  /** What was said before the last reading, which begins a log of its own. */
  #said: readonly string[] = [];

  constructor(container: Element) {
    this.#container = container;
  }

  /** Reads everything from the beginning to the end, as somebody hears it who goes down by the arrow key. */
  async read(): Promise<readonly string[]> {
    this.#said = await this.heard();
    await virtual.stop();
    await virtual.start({container: this.#container});
    const first = await virtual.lastSpokenPhrase();
    const read = [first];
    while (read.at(-1) !== `end of ${first}`) {
      await virtual.next();
      read.push(await virtual.lastSpokenPhrase());
      if (read.length > 1_000) throw new Error(`There is no end of ${first}.`);
    }
    await virtual.clearSpokenPhraseLog();
    return gist(read);
  }

  /** What was said without being asked for, in order, as `polite: …` or `assertive: …`. */
  async heard(): Promise<readonly string[]> {
    const news = (await virtual.spokenPhraseLog()).filter(phrase => isNews(phrase) && !phrase.endsWith(': '));
    // A region that changes in several ways at once is said once.
    return [...this.#said, ...news].filter((phrase, index, all) => phrase !== all[index - 1]);
  }

  /** Where the focus went since the last reading, in order. */
  async places(): Promise<readonly string[]> {
    return (await virtual.spokenPhraseLog()).filter(phrase => !isNews(phrase));
  }

  /** Waits until something is said that begins like this. */
  async hear(beginning: string): Promise<void> {
    let heard: readonly string[] = [];
    await seen(() => {
      void this.heard().then(phrases => (heard = phrases));
      return heard.some(phrase => phrase.startsWith(beginning));
    }, `“${beginning}” among what was heard`);
  }
}

const isNews = (phrase: string) => /^(polite|assertive): /.test(phrase);

/** What is named by the words in it, which the reader comes to next. */
const named = /^(button|caption|checkbox|columnheader|heading|link|option|radio|rowheader), /;

/** A reading without the ends of things, without the words that the name before them has said, and with the clock left out. */
function gist(phrases: readonly string[]): readonly string[] {
  return phrases
    .map(phrase => phrase.replace(/(just )?now$|\d+ (minutes?|seconds?) ago$/, '(time)').replace(/^time, .*\d{4}.*$/, 'time, (date)'))
    .filter((phrase, index, all) => {
      if (/^end( of|,|$)|^paragraph$/.test(phrase)) return false;
      const before = all.slice(0, index).findLast(each => /^[a-z]+, /.test(each)) ?? '';
      const isEcho = phrase === '(time)' || (named.test(before) && before.includes(phrase));
      return /^[a-z]+, /.test(phrase) || !isEcho;
    });
}
