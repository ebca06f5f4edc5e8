import type {Client, Id} from '@social-learning/sdk';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {permalinkHash} from '../internal/permalink-hash.ts';
import {postInAddress} from './permalink.ts';
import type {Ready, ShownPosts} from './shown-posts.ts';

/** Goes to the post that the address of the page names, if it is of the conversation that its host shows. */
export class SoughtPost implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #found: Id | undefined;
  #around: Id | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The post to read around, where it was not among those that were read. */
  get around(): Id | undefined {
    return this.#around;
  }

  /** Goes to a post of the conversation, also to one that was sought before. */
  go(id: Id): void {
    this.#found = undefined;
    history.pushState(history.state, '', permalinkHash(id));
    this.#update();
  }

  /** Shows the conversation from its end again. */
  leave(): void {
    this.#around = undefined;
  }

  hostConnected(): void {
    this.#found = undefined;
    addEventListener('hashchange', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#update);
  }

  /** Looks for it among what is shown, and else whether the conversation has it at all. */
  seek(client: Client, {thread, paging}: Ready, shown: ShownPosts): void {
    const id = postInAddress();
    if (id === undefined || id === this.#found || !thread) return;
    const node = shown.node(id);
    // It may be in the page that is on its way.
    if (!node && paging) return;
    this.#found = id;
    if (node) {
      shown.reveal(id);
      node.scrollIntoView({block: 'center'});
      node.focus({preventScroll: true});
    } else if (this.#around !== id) {
      // Of another conversation on the page, or of none: then nothing happens.
      client.call('posts.list', {thread: thread.id, around: id, limit: 1}).then(() => {
        this.#around = id;
        this.#found = undefined;
        this.#update();
      }, () => undefined);
    }
  }

  readonly #update = () => this.#host.requestUpdate();
}
