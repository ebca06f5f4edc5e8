import {SocialLearningError, type Client, type ThreadStore} from '@social-learning/sdk';
import {Composer, type ComposerOptions} from './composer.ts';
import type {GuidelinesNote} from './guidelines-note.ts';

/** A composer that is open, with the guidelines beside it once they are there. */
interface Writing {
  readonly composer: Composer;
  readonly root: HTMLElement;
  note?: GuidelinesNote;
}

/** The composers that are open in a thread, each under the name of what it is for. */
export class Composers {
  readonly #client: Client;
  readonly #store: ThreadStore;
  readonly #headingLevel: () => number;
  readonly #open = new Map<string, Writing>();

  constructor(client: Client, store: ThreadStore, headingLevel: () => number) {
    this.#client = client;
    this.#store = store;
    this.#headingLevel = headingLevel;
  }

  get(key: string): Composer | undefined {
    return this.#open.get(key)?.composer;
  }

  /** Opens one, or goes to the one that is open. @param keeps Whether the guidelines need not be agreed to for it. */
  open(key: string, root: HTMLElement, focus: boolean, keeps: boolean, options: Omit<ComposerOptions, 'drafts' | 'limit' | 'people' | 'headingLevel'>): void {
    const there = this.#open.get(key);
    if (there?.root.isConnected) {
      if (focus) there.composer.focus();
      return;
    }
    const place = document.createElement('div');
    place.className = 'composing';
    root.append(place);
    const writing: Writing = {
      root: place,
      composer: new Composer(place.appendChild(document.createElement('div')), {
        ...options, drafts: this.#client.drafts, limit: this.#client.me!.limits.source,
        headingLevel: this.#headingLevel(),
        people: {client: this.#client, space: this.#store.place.space},
        submit: async (source, words) => {
          if (writing.note?.mustAgree && !keeps) {
            writing.note.ask(() => void writing.composer.send());
            throw new SocialLearningError('guidelines-not-accepted', 'The guidelines come first.');
          }
          await options.submit(source, words);
        },
      }),
    };
    const {composer} = writing;
    this.#open.set(key, writing);
    void this.#addGuidelines(writing).catch(() => undefined);
    root.classList.add('is-writing');
    if (focus) composer.focus();
  }

  close(key: string): void {
    const {root, note} = this.#open.get(key) ?? {};
    this.#open.delete(key);
    note?.close();
    root?.parentElement?.classList.remove('is-writing');
    root?.remove();
  }

  closeAll(): void {
    for (const key of [...this.#open.keys()]) this.close(key);
  }

  /** Draws them again, as after a change of language. */
  render(): void {
    for (const {composer, note} of this.#open.values()) {
      composer.render();
      note?.render();
    }
  }

  /** Puts the guidelines of the space beside what one writes. Without a connection they stay away, and the server asks. */
  async #addGuidelines(writing: Writing): Promise<void> {
    if (!this.#client.can('guidelines.read')) return;
    const {GuidelinesNote} = await import('./guidelines-note.ts');
    if (!writing.root.isConnected) return;
    const place = document.createElement('div');
    writing.root.append(place);
    writing.note = new GuidelinesNote(place, this.#client, this.#store.place.space);
  }
}
