import type {Id, Notice, Post, ReactionKind} from '@social-learning/protocol';
import type {OutboxItem} from './outbox-item.ts';

/** A post as one person sees it: what everybody sees, with what is theirs and what is on its way laid over it. */
export interface PostView {
  readonly post: Post;
  /** Where it stands in the list, as text to be compared by code unit. */
  readonly place: string;
  /** The replies below the same root that come after it and were not read; see `moreReplies` of the thread. */
  readonly further?: Further;
  /** One's own reactions. */
  readonly mine: readonly ReactionKind[];
  /** The oldest act on this post that is not acknowledged, if there is one. */
  readonly pending: OutboxItem | undefined;
  /** What a moderator decided about this post of one's own. */
  readonly notice?: Notice;
  /** Whether one has reported it, and nobody has decided yet. */
  readonly reported?: boolean;
}

/** Replies that were not read. */
export interface Further {
  readonly replies: number;
  /** When the latest of them came. ISO 8601. */
  readonly latest: string;
}

/** What changed at once: the posts that came, that are another now, and that are gone. */
export interface PostPatch {
  readonly added: readonly PostView[];
  readonly changed: readonly PostView[];
  readonly removed: readonly Id[];
}

/** The posts of a thread that were read, in the order that it is read in. */
export interface PostList {
  readonly items: readonly PostView[];
  get(id: Id): PostView | undefined;
  /** Where a post stands in `items`; -1 where it does not. */
  indexOf(id: Id): number;
  /** Hears of every change, after `items` has it. */
  listen(listener: (patch: PostPatch) => void): () => void;
}

/** A {@link PostList} that its owner may change. */
export interface MutablePostList extends PostList {
  /** Puts these in and takes those out, as one change. */
  apply(upserts: readonly PostView[], removals?: readonly Id[]): void;
}

export function createPostList(): MutablePostList {
  let items: PostView[] = [];
  const byId = new Map<Id, PostView>();
  const listeners = new Set<(patch: PostPatch) => void>();

  /** The first index whose post does not stand before this place. */
  const indexFor = (place: string) => {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle]!.place < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const indexOf = (id: Id) => {
    const view = byId.get(id);
    if (!view) return -1;
    let index = indexFor(view.place);
    while (items[index] && items[index]!.post.id !== id) index++;
    return index < items.length ? index : -1;
  };

  const takeOut = (id: Id) => {
    const index = indexOf(id);
    if (index >= 0) items.splice(index, 1);
    return byId.delete(id);
  };

  return {
    get items() {
      return items;
    },
    get: id => byId.get(id),
    indexOf,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply(upserts, removals = []) {
      const added: PostView[] = [];
      const changed: PostView[] = [];
      const removed = removals.filter(takeOut);
      for (const view of upserts) {
        const {id} = view.post;
        const before = byId.get(id);
        if (before?.place === view.place) {
          items[indexOf(id)] = view;
          changed.push(view);
        } else {
          if (before) {
            takeOut(id);
            removed.push(id);
          }
          added.push(view);
        }
        byId.set(id, view);
      }
      insert(added);
      if (added.length + changed.length + removed.length === 0) return;
      for (const listener of listeners) listener({added, changed, removed});
    },
  };

  function insert(views: readonly PostView[]): void {
    if (views.length > 8) {
      // A page: one merge instead of a search and a move for each.
      items = [...items, ...views].sort((a, b) => compare(a.place, b.place));
      return;
    }
    for (const view of views) items.splice(indexFor(view.place), 0, view);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
