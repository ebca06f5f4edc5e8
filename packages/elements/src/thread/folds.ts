import type {Id, Post, PostView} from '@social-learning/sdk';

/** Levels that are climbed at most: a hostile backend may say that two posts stand below each other. */
const mostLevels = 10_000;

/** The posts whose replies are folded away. */
export class Folds {
  readonly #folded = new Set<Id>();
  readonly #find: (id: Id) => PostView | undefined;

  constructor(find: (id: Id) => PostView | undefined) {
    this.#find = find;
  }

  has(id: Id): boolean {
    return this.#folded.has(id);
  }

  toggle(id: Id): void {
    if (!this.#folded.delete(id)) this.#folded.add(id);
  }

  /** Whether a post stands below one whose replies are folded away. */
  hides(post: Post): boolean {
    return this.#folded.size > 0 && this.#above(post).some(id => this.#folded.has(id));
  }

  /** Unfolds whatever hides a post. */
  reveal(post: Post): void {
    for (const id of this.#above(post)) this.#folded.delete(id);
  }

  #above({parent}: Post): Id[] {
    const ids: Id[] = [];
    for (let id = parent; id !== null && ids.length < mostLevels; id = this.#find(id)?.post.parent ?? null) ids.push(id);
    return ids;
  }
}
