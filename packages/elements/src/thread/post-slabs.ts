import type {Id, PostList, PostView} from '@social-learning/sdk';
import {cancelIdle, whenIdle} from '../internal/idle.ts';
import {cancelFrame, inFrame} from '../internal/turns.ts';

/** Makes and fills the node of a post. */
export interface PostRenderer {
  create(view: PostView): HTMLElement;
  update(node: HTMLElement, view: PostView): void;
}

/** A stretch of posts that the browser lays out as one, and not at all while it is far away. */
export interface Slab {
  readonly section: HTMLElement;
  readonly ids: Id[];
  filled: boolean;
}

/** Posts in a slab when it is made; at twice as many it splits. */
export const slabSize = 15;

/** The slabs of a list, for what changes them. */
export interface Slabs {
  readonly root: HTMLElement;
  readonly list: PostList;
  readonly renderer: PostRenderer;
  readonly slabs: Slab[];
  readonly slabOf: Map<Id, Slab>;
  readonly nodes: Map<Id, HTMLElement>;
  /** Puts a new slab of these posts before the one at an index. @param filled Whether its nodes are there, or are put in by who asks. Default: not. */
  add(ids: Id[], index: number, filled?: boolean): Slab;
  /** Makes the nodes of a slab's posts, unless they are there. */
  fill(slab: Slab): void;
  /** Fills a slab no more when it comes near. */
  forget(slab: Slab): void;
}

/** Shows changes to the posts in slabs. */
export interface SlabChanges {
  /** Brings the nodes of these posts up to date with the list: those that came, that changed, and that are gone. */
  show(touched: readonly Id[]): void;
}

/** Milliseconds of idle time in which one more slab can be filled. */
const enough = 5;

/** What a post is taken to be high before it was laid out, in CSS pixels. */
const usualHeight = 130;

/**
 * Shows a list of posts at a cost that follows what is on screen. Posts stand in slabs, sections with
 * `content-visibility: auto`: the first is filled at once, one that comes near when it comes near, the others when the
 * browser is idle, so that find-in-page, print and screen readers have all. A change patches its post and nothing else.
 */
export class PostSlabs implements Slabs {
  readonly root: HTMLElement;
  readonly list: PostList;
  readonly renderer: PostRenderer;
  readonly slabs: Slab[] = [];
  readonly slabOf = new Map<Id, Slab>();
  readonly nodes = new Map<Id, HTMLElement>();
  readonly #pattern = document.createElement('section');
  #changes: SlabChanges | undefined;
  readonly #touched = new Set<Id>();
  readonly #unlisten: () => void;
  #near: IntersectionObserver;
  #isAhead = false;
  #idle = 0;

  constructor(root: HTMLElement, list: PostList, renderer: PostRenderer) {
    this.root = root;
    this.list = list;
    this.renderer = renderer;
    this.#pattern.className = 'slab';
    this.#pattern.role = 'presentation';
    this.#near = this.#observer('0px');
    const ids = list.items.map(({post}) => post.id);
    // The first slab is as long as the screen is high: what is below it need not be there yet.
    const first = Math.min(slabSize, Math.ceil(innerHeight / usualHeight));
    for (let index = 0; index < ids.length; index += index === 0 ? first : slabSize) {
      this.add(ids.slice(index, index === 0 ? first : index + slabSize), this.slabs.length);
    }
    if (this.slabs[0]) this.fill(this.slabs[0]);
    this.#fillWhenIdle();
    this.#unlisten = list.listen(({added, changed, removed}) => {
      for (const {post} of added) this.#touched.add(post.id);
      for (const {post} of changed) this.#touched.add(post.id);
      for (const id of removed) this.#touched.add(id);
      inFrame(this.#flush);
    });
  }

  /** The node of a post, made now if it was not yet; `undefined` for a post that is not in the list. */
  node(id: Id): HTMLElement | undefined {
    this.flush();
    const slab = this.slabOf.get(id);
    if (slab) this.fill(slab);
    return this.nodes.get(id);
  }

  /** From now on, changes are shown; until then they wait. */
  follow(changesOf: (slabs: Slabs) => SlabChanges): void {
    if (this.#changes) return;
    this.#changes = changesOf(this);
    this.flush();
  }

  /** Shows every change that came since the last frame. */
  flush(): void {
    cancelFrame(this.#flush);
    if (this.#touched.size === 0 || !this.#changes) return;
    const touched = [...this.#touched];
    this.#touched.clear();
    this.#changes.show(touched);
    this.#fillWhenIdle();
  }

  readonly #flush = () => this.flush();

  forget({section}: Slab): void {
    this.#near.unobserve(section);
  }

  /** Fills every slab's posts anew, as after a change of language. */
  refresh(): void {
    for (const [id, node] of this.nodes) {
      const view = this.list.get(id);
      if (view) this.renderer.update(node, view);
    }
  }

  /** Fills every slab at once, as before the page is printed. */
  fillAll(): void {
    for (const slab of this.slabs) this.fill(slab);
  }

  close(): void {
    this.#unlisten();
    this.#near.disconnect();
    cancelFrame(this.#flush);
    cancelIdle(this.#idle);
    this.root.replaceChildren();
  }

  add(ids: Id[], index: number, filled = false): Slab {
    const section = this.#pattern.cloneNode() as HTMLElement;
    // The style sheet says it of a whole one.
    if (ids.length !== slabSize) section.style.setProperty('contain-intrinsic-size', `auto ${(ids.length || 1) * usualHeight}px`);
    const slab: Slab = {section, ids, filled};
    for (const id of ids) this.slabOf.set(id, slab);
    this.root.insertBefore(section, this.slabs[index]?.section ?? null);
    this.slabs.splice(index, 0, slab);
    if (!filled) this.#near.observe(section);
    return slab;
  }

  fill(slab: Slab): void {
    if (slab.filled) return;
    slab.filled = true;
    this.forget(slab);
    const nodes: HTMLElement[] = [];
    for (const id of slab.ids) {
      const view = this.list.get(id);
      if (!view) continue;
      const node = this.renderer.create(view);
      this.nodes.set(id, node);
      nodes.push(node);
    }
    // Not by way of a fragment: what is moved once keeps a place for how far it was scrolled, each element of its own.
    slab.section.append(...nodes);
  }

  /** Fills what comes so near to the screen. */
  #observer(rootMargin: string): IntersectionObserver {
    return new IntersectionObserver(
      entries => {
        for (const {isIntersecting, target} of entries) {
          const slab = isIntersecting && this.slabs.find(({section}) => section === target);
          if (slab) this.fill(slab);
        }
      },
      {rootMargin},
    );
  }

  /** From now on, slabs are filled before they are in sight. */
  #lookAhead(): void {
    if (this.#isAhead) return;
    this.#isAhead = true;
    this.#near.disconnect();
    this.#near = this.#observer('100% 0px');
    for (const {section, filled} of this.slabs) if (!filled) this.#near.observe(section);
  }

  #fillWhenIdle(): void {
    if (this.#idle || !this.slabs.some(slab => !slab.filled)) return;
    this.#idle = whenIdle(deadline => {
      this.#idle = 0;
      this.#lookAhead();
      do {
        const slab = this.slabs.find(candidate => !candidate.filled);
        if (slab) this.fill(slab);
        else return;
      } while (deadline && deadline.timeRemaining() > enough);
      this.#fillWhenIdle();
    });
  }
}
