import type {Client, Id, ThreadStore} from '@social-learning/sdk';
import {whenIdle} from '../internal/idle.ts';
import type {ActingElement, ThreadActs} from './thread-acts.ts';

/** Milliseconds for which that waits for the browser to be idle. */
const longest = 1_000;

/** Loads what one does in a thread when somebody begins to, and ahead of that for whoever may: it must work without a connection, too. */
export class ActsLoader {
  readonly #host: ActingElement;
  readonly #nodeOf: (id: Id) => HTMLElement | undefined;
  readonly #say: (text: string) => void;
  #acts: Promise<ThreadActs> | undefined;
  #prepared = false;

  /** @param nodeOf Finds the node of a post. @param say Says something to a screen reader. */
  constructor(host: ActingElement, nodeOf: (id: Id) => HTMLElement | undefined, say: (text: string) => void) {
    this.#host = host;
    this.#nodeOf = nodeOf;
    this.#say = say;
  }

  async load(client: Client, store: ThreadStore): Promise<ThreadActs> {
    const acts = (this.#acts ??= import('./thread-acts.ts').then(({ThreadActs}) => new ThreadActs(this.#host, client, store, this.#nodeOf, this.#say)));
    acts.catch(() => {
      if (this.#acts === acts) this.#acts = undefined;
    });
    return acts;
  }

  prepare(client: Client, store: ThreadStore): void {
    if (this.#prepared || !store.may('post.create')) return;
    this.#prepared = true;
    whenIdle(() => void Promise.all([this.load(client, store), import('./delivery.ts')]).then(([acts]) => acts.attend(), () => (this.#prepared = false)), longest);
  }

  /** Closes what somebody was writing in; it stays as a draft of theirs. */
  end(): void {
    void this.#acts?.then(acts => acts.close(), () => undefined);
    this.#acts = undefined;
    this.#prepared = false;
  }
}
