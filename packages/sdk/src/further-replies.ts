import type {Id, Post} from '@social-learning/protocol';
import type {Further, PostList} from './post-list.ts';
import {createRoots} from './post-roots.ts';
import type {Rest} from './read-as-far.ts';

/** The replies that were not read with the post that they stand below; loaded where there are some. */
export interface FurtherReplies {
  add(rest: readonly Rest[]): void;
  replace(rest: readonly Rest[]): void;
  /** What is left below the root of a post. */
  below(post: Post | undefined): Rest | undefined;
  /** Says that a page of what was left below a root was read. */
  took(rest: Rest, page: {readonly items: readonly unknown[]; readonly after: string | null}): void;
  /** Counts one more below the root of a post; whether some are left there at all. */
  count(post: Post): boolean;
  /** Whether a post is beyond the replies that were read below its root. */
  holdsBack(post: Post, place: string): boolean;
  /** How many posts that were read stand below a root. */
  readBelow(root: Id): number;
  /** What is laid beside a post that the rest comes after. */
  after(id: Id): {readonly further?: Further};
  /** Finds again which posts the rest comes after. Gives those that this changed for. */
  settle(): Id[];
}

/** @param find Finds a post that was read. */
export function createFurtherReplies(posts: PostList, find: (id: Id) => Post | undefined): FurtherReplies {
  const rootOf = createRoots(find);
  const left = new Map<Id, Rest>();
  /** The last post that was read below each root. */
  const ends = new Map<Id, Id>();
  /** What the end of each root was last said to have after it. */
  let told = new Map<Id, Further>();

  return {
    add(rest) {
      // From any backend: what is not as it should be is left out.
      for (const each of rest) if (typeof each?.after === 'string' && each.replies > 0) left.set(each.post, each);
    },
    replace(rest) {
      left.clear();
      this.add(rest);
    },
    below(post) {
      const root = post && rootOf(post);
      return root === undefined ? undefined : left.get(root);
    },
    readBelow: root => posts.items.filter(({post}) => post.id !== root && post.version > 0 && rootOf(post) === root).length,
    took({post, latest}, {items, after}) {
      const replies = (left.get(post)?.replies ?? 0) - items.length;
      if (after === null) left.delete(post);
      else left.set(post, {post, replies: Math.max(1, replies), latest, after});
    },
    count(post) {
      const rest = this.below(post);
      if (rest) left.set(rest.post, {...rest, replies: rest.replies + 1, latest: post.createdAt});
      return rest !== undefined;
    },
    holdsBack(post, place) {
      const root = rootOf(post);
      if (root === undefined || !left.has(root)) return false;
      const end = posts.get(ends.get(root) ?? root);
      return end !== undefined && end.place < place;
    },
    after(id) {
      const further = told.get(id);
      return further === undefined ? {} : {further};
    },
    settle() {
      if (left.size === 0 && told.size === 0) return [];
      const now = new Map<Id, Further>();
      ends.clear();
      for (const {post: root, replies, latest} of left.values()) {
        let index = posts.indexOf(root);
        if (index < 0) continue;
        for (let next = posts.items[index + 1]; next && rootOf(next.post) === root && next.post.version > 0; next = posts.items[index + 1]) index++;
        const {id} = posts.items[index]!.post;
        ends.set(root, id);
        const same = told.get(id);
        now.set(id, same?.replies === replies && same.latest === latest ? same : {replies, latest});
      }
      const before = told;
      told = now;
      return [...new Set([...before.keys(), ...now.keys()])].filter(id => before.get(id) !== now.get(id));
    },
  };
}
