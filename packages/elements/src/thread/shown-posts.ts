import type {Client, Id, PostView, ThreadKind, ThreadState, ThreadStore} from '@social-learning/sdk';
import {currentLocale} from '../internal/locale.ts';
import type {Folds} from './folds.ts';
import {createPostRenderer, refreshTime, type FillFoot, type PostSurroundings} from './post-renderer.ts';
import {PostSlabs, type SlabChanges, type Slabs} from './post-slabs.ts';
import type {PostRenderers} from './renderers.ts';

/** The state of a conversation that was read. */
export type Ready = Extract<ThreadState, {status: 'ready'}>;

/** What the posts need of the element that they stand in. */
interface Host {
  readonly kind: ThreadKind;
  readonly headingLevel: number;
  readonly renderers?: PostRenderers;
}

/** The posts of a conversation on screen: what is read of them, and what is folded away. */
export class ShownPosts {
  readonly #host: Host;
  readonly #client: Client;
  readonly #store: ThreadStore;
  #folds: Folds | undefined;
  #knowsReader = false;
  readonly #slabs: PostSlabs;
  readonly #surroundings: PostSurroundings;
  #shownAs = '';
  #shownWith: PostRenderers | undefined;

  /** @param root An empty element that it may fill. */
  constructor(host: Host, client: Client, store: ThreadStore, root: HTMLElement, {space, thread}: Ready) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    const {posts} = store;
    const known = () => {
      const state = store.$state.get();
      return state.status === 'ready' ? state.thread : thread;
    };
    this.#note(thread);
    this.#surroundings = {
      get kind() { return known()?.kind ?? host.kind; },
      get question() { return known()?.question ?? null; },
      get renderers() { return host.renderers; },
      fillFoot: undefined,
      headingLevel: host.headingLevel,
      reactions: space.reactions,
      may: (action, post) => store.may(action, post),
      now: () => client.serverNow(),
      authorOf: id => posts.get(id)?.post.author?.name,
      showPictures: body => void import('../internal/pictures.ts').then(({showPictures}) => showPictures(body, client), () => undefined),
      folded: id => this.#folds?.has(id) ?? false,
      hides: post => this.#folds?.hides(post) ?? false,
    };
    this.#slabs = new PostSlabs(root, posts, createPostRenderer(this.#surroundings));
  }

  /** Shows the posts anew where what they all depend on has changed. */
  update({thread}: Ready): void {
    if (this.#note(thread)) this.#slabs.refresh();
  }

  /** From now on, changes of the posts are shown. */
  follow(changesOf: (slabs: Slabs) => SlabChanges): void {
    this.#slabs.follow(changesOf);
  }

  /** From now on posts have a foot, and their replies can be folded away. @param knowsReader Whether it is known what the reader may do. */
  equip(fillFoot: FillFoot, foldsOf: (find: (id: Id) => PostView | undefined) => Folds, knowsReader: boolean): void {
    if (this.#folds && knowsReader === this.#knowsReader) return;
    this.#folds ??= foldsOf(id => this.#store.posts.get(id));
    this.#knowsReader = knowsReader;
    this.#surroundings.fillFoot = fillFoot;
    this.#slabs.refresh();
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
    for (const node of this.#slabs.nodes.values()) refreshTime(node, this.#client.serverNow());
  }

  /** Folds the replies to a post away, or shows them again. */
  fold(id: Id): void {
    this.#folds?.toggle(id);
    this.#slabs.refresh();
  }

  /** Shows a post that is among what was folded away. */
  reveal(id: Id): void {
    const view = this.#store.posts.get(id);
    if (!view || !this.#folds?.hides(view.post)) return;
    this.#folds.reveal(view.post);
    this.#slabs.refresh();
  }

  close(): void {
    this.#slabs.close();
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
}
