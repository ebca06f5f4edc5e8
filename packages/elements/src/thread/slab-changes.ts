import type {Id, PostList, PostView} from '@social-learning/sdk';
import {slabSize, type PostRenderer, type Slab, type SlabChanges, type Slabs} from './post-slabs.ts';

/** Shows what changes in a list. A change patches its post and nothing else; the focus stays, and so does what is read. */
export class PatchedSlabs implements SlabChanges {
  readonly #in: Slabs;
  readonly #root: HTMLElement;
  readonly #list: PostList;
  readonly #renderer: PostRenderer;
  readonly #slabs: Slab[];
  readonly #slabOf: Map<Id, Slab>;
  readonly #nodes: Map<Id, HTMLElement>;

  constructor(slabs: Slabs) {
    this.#in = slabs;
    ({root: this.#root, list: this.#list, renderer: this.#renderer, slabs: this.#slabs, slabOf: this.#slabOf, nodes: this.#nodes} = slabs);
  }

  show(touched: readonly Id[]): void {
    const keepPlace = this.#holdPlace();
    const root = this.#root.getRootNode() as ShadowRoot;
    const focused = root.activeElement;
    const post = focused?.closest<HTMLElement>('.post');
    // Those that are gone first: a post without a position would mislead the search for the others' places.
    const there = touched.filter(id => this.#list.get(id) !== undefined);
    const fresh = there.filter(id => !this.#slabOf.has(id));
    for (const id of touched) if (!this.#list.get(id)) this.#show(id);
    for (const id of there) if (this.#slabOf.has(id)) this.#show(id);
    this.#append(fresh);
    for (const id of fresh) if (!this.#slabOf.has(id)) this.#show(id);
    if (focused instanceof HTMLElement && focused.isConnected && this.#root.contains(focused)) focused.focus({preventScroll: true});
    // What had the focus is gone, and its post is not.
    else if (post?.isConnected && !post.contains(root.activeElement)) post.focus({preventScroll: true});
    keepPlace();
  }

  /** Puts those that come after all others, if they are as many as a slab has, into slabs of their own, which are filled when they come near. */
  #append(fresh: readonly Id[]): void {
    const last = this.#slabs.at(-1)?.ids.at(-1);
    const end = last === undefined ? '' : this.#placeOf(last);
    const page = fresh.filter(id => this.#placeOf(id) > end);
    if (page.length < slabSize) return;
    page.sort((a, b) => (this.#placeOf(a) < this.#placeOf(b) ? -1 : 1));
    for (let index = 0; index < page.length; index += slabSize) this.#in.add(page.slice(index, index + slabSize), this.#slabs.length);
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
    // What one may be in the midst of is moved, and not made anew.
    if (this.#nodes.has(id)) this.#in.fill(target);
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
    if (!slab.filled) return;
    let node = this.#nodes.get(id);
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
    return this.#slabs[low] ?? this.#in.add([], 0, true);
  }

  #split(slab: Slab): void {
    const moved = slab.ids.splice(slabSize);
    const next = this.#in.add(moved, this.#slabs.indexOf(slab) + 1, slab.filled);
    if (slab.filled) next.section.append(...moved.map(id => this.#nodes.get(id)!));
  }

  #takeOut(id: Id, slab: Slab): void {
    slab.ids.splice(slab.ids.indexOf(id), 1);
    this.#slabOf.delete(id);
    if (slab.ids.length > 0) return;
    // The node may be on its way to another slab: it is moved there, not removed with this one.
    this.#in.forget(slab);
    this.#slabs.splice(this.#slabs.indexOf(slab), 1);
    const node = this.#nodes.get(id);
    if (node) this.#root.append(node);
    slab.section.remove();
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
