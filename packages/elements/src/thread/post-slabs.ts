import type {Id, PostList, PostView} from '@social-learning/sdk';
import {cancelIdle, whenIdle} from '../internal/idle.ts';
import {cancelFrame, inFrame} from '../internal/turns.ts';

/** Makes and fills the node of a post. */
export interface PostRenderer {
  create(view: PostView): HTMLElement;
  update(node: HTMLElement, view: PostView): void;
}

/** A stretch of posts that the browser lays out as one, and not at all while it is far away. */
interface Slab {
  readonly section: HTMLElement;
  readonly ids: Id[];
  filled: boolean;
}

/** Posts in a slab when it is made; at twice as many it splits. */
const slabSize = 15;

/** Milliseconds of idle time in which one more slab can be filled. */
const enough = 5;

/** What a post is taken to be high before it was laid out, in CSS pixels. */
const usualHeight = 130;

/**
 * Shows a list of posts at a cost that follows what is on screen. Posts stand in slabs, sections with
 * `content-visibility: auto`: the first is filled at once, one that comes near when it comes near, the others when the
 * browser is idle, so that find-in-page, print and screen readers have all. A change patches its post and nothing else.
 */
export class PostSlabs {
  readonly #root: HTMLElement;
  readonly #list: PostList;
  readonly #renderer: PostRenderer;
  readonly #slabs: Slab[] = [];
  readonly #slabOf = new Map<Id, Slab>();
  readonly #nodes = new Map<Id, HTMLElement>();
  readonly #touched = new Set<Id>();
  readonly #unlisten: () => void;
  #near: IntersectionObserver;
  #isAhead = false;
  #idle = 0;

  constructor(root: HTMLElement, list: PostList, renderer: PostRenderer) {
    this.#root = root;
    this.#list = list;
    this.#renderer = renderer;
    this.#near = this.#observer('0px');
    const ids = list.items.map(({post}) => post.id);
    // The first slab is as long as the screen is high: what is below it need not be there yet.
    const first = Math.min(slabSize, Math.ceil(innerHeight / usualHeight));
    for (let index = 0; index < ids.length; index += index === 0 ? first : slabSize) {
      this.#addSlab(ids.slice(index, index === 0 ? first : index + slabSize), this.#slabs.length);
    }
    if (this.#slabs[0]) this.#fill(this.#slabs[0]);
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
    const slab = this.#slabOf.get(id);
    if (slab) this.#fill(slab);
    return this.#nodes.get(id);
  }

  /** The nodes made so far, in no order. */
  get nodes(): Iterable<HTMLElement> {
    return this.#nodes.values();
  }

  /** Shows every change that came since the last frame. */
  flush(): void {
    cancelFrame(this.#flush);
    if (this.#touched.size === 0) return;
    const touched = [...this.#touched];
    this.#touched.clear();
    const keepPlace = this.#holdPlace();
    const root = this.#root.getRootNode() as ShadowRoot;
    const focused = root.activeElement;
    const post = focused?.closest<HTMLElement>('.post');
    // Those that are gone first: a post without a position would mislead the search for the others' places.
    const isThere = (id: Id) => this.#list.get(id) !== undefined;
    for (const id of touched.filter(other => !isThere(other))) this.#show(id);
    for (const id of touched.filter(isThere)) this.#show(id);
    if (focused instanceof HTMLElement && focused.isConnected && this.#root.contains(focused)) focused.focus({preventScroll: true});
    // What had the focus is gone, and its post is not.
    else if (post?.isConnected && !post.contains(root.activeElement)) post.focus({preventScroll: true});
    keepPlace();
    this.#fillWhenIdle();
  }

  readonly #flush = () => this.flush();

  /** Fills every slab's posts anew, as after a change of language. */
  refresh(): void {
    for (const [id, node] of this.#nodes) {
      const view = this.#list.get(id);
      if (view) this.#renderer.update(node, view);
    }
  }

  /** Fills every slab at once, as before the page is printed. */
  fillAll(): void {
    for (const slab of this.#slabs) this.#fill(slab);
  }

  close(): void {
    this.#unlisten();
    this.#near.disconnect();
    cancelFrame(this.#flush);
    cancelIdle(this.#idle);
    this.#root.replaceChildren();
  }

  #show(id: Id): void {
    const view = this.#list.get(id);
    const before = this.#slabOf.get(id);
    if (!view) {
      if (before) this.#takeOut(id, before);
      this.#nodes.get(id)?.remove();
      this.#nodes.delete(id);
      return;
    }
    const target = this.#slabFor(view.place, id);
    if (before !== target) {
      if (before) this.#takeOut(id, before);
      this.#slabOf.set(id, target);
    }
    this.#place(target, view);
    const node = this.#nodes.get(id);
    if (target.filled && node) this.#renderer.update(node, view);
    if (target.ids.length >= 2 * slabSize) this.#split(target);
  }

  /** Puts a post where it belongs in a slab, and its node beside its neighbours' if the slab is filled. */
  #place(slab: Slab, view: PostView): void {
    const {place, post: {id}} = view;
    const old = slab.ids.indexOf(id);
    if (old >= 0) slab.ids.splice(old, 1);
    let index = slab.ids.findIndex(other => this.#placeOf(other) > place);
    if (index < 0) index = slab.ids.length;
    slab.ids.splice(index, 0, id);
    let node = this.#nodes.get(id);
    if (!slab.filled) {
      node?.remove();
      this.#nodes.delete(id);
      return;
    }
    if (!node) {
      node = this.#renderer.create(view);
      this.#nodes.set(id, node);
    }
    const next = index + 1 < slab.ids.length ? this.#nodes.get(slab.ids[index + 1]!) ?? null : null;
    if (node.parentNode !== slab.section || node.nextSibling !== next) slab.section.insertBefore(node, next);
  }

  #placeOf(id: Id): string {
    return this.#list.get(id)?.place ?? '';
  }

  /** The slab that a place belongs to: the last one that begins at or before it. */
  #slabFor(place: string, id: Id): Slab {
    let low = 0;
    let high = this.#slabs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const begins = this.#slabs[middle]!.ids.find(other => other !== id);
      if (begins === undefined || this.#placeOf(begins) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#slabs[low] ?? this.#addSlab([], 0, true);
  }

  #addSlab(ids: Id[], index: number, filled = false): Slab {
    const section = document.createElement('section');
    section.className = 'slab';
    section.role = 'presentation';
    if (!filled) section.style.setProperty('contain-intrinsic-size', `auto ${ids.length * usualHeight}px`);
    const slab: Slab = {section, ids, filled};
    for (const id of ids) this.#slabOf.set(id, slab);
    this.#root.insertBefore(section, this.#slabs[index]?.section ?? null);
    this.#slabs.splice(index, 0, slab);
    if (!filled) this.#near.observe(section);
    return slab;
  }

  #split(slab: Slab): void {
    const moved = slab.ids.splice(slabSize);
    const next = this.#addSlab(moved, this.#slabs.indexOf(slab) + 1, slab.filled);
    if (slab.filled) next.section.append(...moved.map(id => this.#nodes.get(id)!));
  }

  #takeOut(id: Id, slab: Slab): void {
    slab.ids.splice(slab.ids.indexOf(id), 1);
    this.#slabOf.delete(id);
    if (slab.ids.length > 0) return;
    // The node may be on its way to another slab: it is moved there, not removed with this one.
    this.#near.unobserve(slab.section);
    this.#slabs.splice(this.#slabs.indexOf(slab), 1);
    const node = this.#nodes.get(id);
    if (node) this.#root.append(node);
    slab.section.remove();
  }

  #fill(slab: Slab): void {
    if (slab.filled) return;
    slab.filled = true;
    this.#near.unobserve(slab.section);
    const nodes: HTMLElement[] = [];
    for (const id of slab.ids) {
      const view = this.#list.get(id);
      if (!view) continue;
      const node = this.#renderer.create(view);
      this.#nodes.set(id, node);
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
          const slab = isIntersecting && this.#slabs.find(({section}) => section === target);
          if (slab) this.#fill(slab);
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
    for (const {section, filled} of this.#slabs) if (!filled) this.#near.observe(section);
  }

  #fillWhenIdle(): void {
    if (this.#idle || !this.#slabs.some(slab => !slab.filled)) return;
    this.#idle = whenIdle(deadline => {
      this.#idle = 0;
      this.#lookAhead();
      do {
        const slab = this.#slabs.find(candidate => !candidate.filled);
        if (slab) this.#fill(slab);
        else return;
      } while (deadline && deadline.timeRemaining() > enough);
      this.#fillWhenIdle();
    });
  }

  /** Where the browser does not anchor scrolling by itself, keeps what is read where it is. */
  #holdPlace(): () => void {
    if (CSS.supports('overflow-anchor', 'auto')) return () => undefined;
    let anchor: HTMLElement | undefined;
    let top = 0;
    for (const {section, filled} of this.#slabs) {
      if (!filled || section.getBoundingClientRect().bottom <= 0) continue;
      anchor = ([...section.children] as HTMLElement[]).find(node => node.getBoundingClientRect().bottom > 0);
      top = anchor?.getBoundingClientRect().top ?? 0;
      break;
    }
    return () => {
      if (!anchor?.isConnected || top > innerHeight) return;
      const shift = anchor.getBoundingClientRect().top - top;
      if (shift !== 0) scrollBy({top: shift, behavior: 'instant'});
    };
  }
}
