import type {Client, Id, ThreadKind, ThreadState, ThreadStore} from '@social-learning/sdk';
import {currentLocale} from '../internal/locale.ts';
import {Folds} from './folds.ts';
import type {PinnedPosts} from './pinned-posts.ts';
import {createPostRenderer, refreshTime} from './post-renderer.ts';
import {PostSlabs} from './post-slabs.ts';
import type {PostRenderers} from './renderers.ts';
import type {SoughtPost} from './sought-post.ts';

/** The state of a conversation that was read. */
export type Ready = Extract<ThreadState, {status: 'ready'}>;

/** What the posts need of the element that they stand in. */
interface Host {
  readonly kind: ThreadKind;
  readonly headingLevel: number;
  readonly renderers?: PostRenderers;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The posts of a conversation on screen: what is read of them, what is folded away, what is pinned above them. */
export class ShownPosts {
  readonly #host: Host;
  readonly #client: Client;
  readonly #store: ThreadStore;
  readonly #sought: SoughtPost;
  readonly #folds: Folds;
  readonly #slabs: PostSlabs;
  #pinned: Promise<PinnedPosts> | undefined;
  #shownAs = '';
  #shownWith: PostRenderers | undefined;

  /** @param root An empty element that it may fill. */
  constructor(host: Host, client: Client, store: ThreadStore, sought: SoughtPost, root: HTMLElement, {space, thread}: Ready) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    this.#sought = sought;
    const {posts} = store;
    const folds = (this.#folds = new Folds(id => posts.get(id)));
    const known = () => {
      const state = store.$state.get();
      return state.status === 'ready' ? state.thread : thread;
    };
    this.#note(thread);
    this.#slabs = new PostSlabs(root, posts, createPostRenderer({
      get kind() { return known()?.kind ?? host.kind; },
      get question() { return known()?.question ?? null; },
      get renderers() { return host.renderers; },
      headingLevel: host.headingLevel,
      reactions: space.reactions,
      may: (action, post) => store.may(action, post),
      now: () => client.serverNow(),
      authorOf: id => posts.get(id)?.post.author?.name,
      showPictures: body => void import('../internal/pictures.ts').then(({showPictures}) => showPictures(body, client), () => undefined),
      folded: id => folds.has(id),
      hides: post => folds.hides(post),
    }));
  }

  /** Shows the posts anew where what they all depend on has changed, and goes to the one that is sought. */
  update({thread}: Ready): void {
    if (this.#note(thread)) this.#slabs.refresh();
    this.#sought.seek(this.#client, thread, this.#slabs, id => this.reveal(id));
    if (thread && (this.#pinned || thread.pinned)) this.#showPinned(thread.id, thread.pinned ?? 0);
  }

  /** Makes the nodes of all posts at once, as before the page is printed. */
  fillAll(): void {
    this.#slabs.fillAll();
  }

  node(id: Id): HTMLElement | undefined {
    return this.#slabs.node(id);
  }

  /** Says the times of all posts as they are now. */
  refreshTimes(): void {
    for (const node of this.#slabs.nodes) refreshTime(node, this.#client.serverNow());
  }

  /** Folds the replies to a post away, or shows them again. */
  fold(id: Id): void {
    this.#folds.toggle(id);
    this.#slabs.refresh();
  }

  /** Shows a post that is among what was folded away. */
  reveal(id: Id): void {
    const view = this.#store.posts.get(id);
    if (!view || !this.#folds.hides(view.post)) return;
    this.#folds.reveal(view.post);
    this.#slabs.refresh();
  }

  close(): void {
    this.#slabs.close();
    void this.#pinned?.then(pinned => pinned.close(), () => undefined);
  }

  /** Remembers what all posts are shown by; whether it is another than before. */
  #note(thread: Ready['thread']): boolean {
    const {kind, headingLevel, renderers} = this.#host;
    const shownAs = JSON.stringify([thread?.kind ?? kind, thread?.question, thread?.state, headingLevel, currentLocale()]);
    const changed = shownAs !== this.#shownAs || renderers !== this.#shownWith;
    this.#shownAs = shownAs;
    this.#shownWith = renderers;
    return changed;
  }

  #showPinned(thread: Id, count: number): void {
    const place = this.#host.renderRoot.querySelector<HTMLElement>('#pinned')!;
    this.#pinned ??= import('./pinned-posts.ts').then(({PinnedPosts}) =>
      new PinnedPosts(place, this.#client, thread, this.#store.posts, post => this.#sought.go(post)));
    void this.#pinned.then(pinned => pinned.show(count, currentLocale()), () => (this.#pinned = undefined));
  }
}
