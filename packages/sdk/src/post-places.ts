import type {Id, Post, PostOrder} from '@social-learning/protocol';
import {createRoots} from './post-roots.ts';

/** Where the posts of a thread stand in the list of what was read; loaded where that is not the order of reading. */
export interface Places {
  /** Where a post stands, as text to be compared by code unit; `undefined` while the posts above it are not known. */
  of(post: Post): string | undefined;
  /** Where a post stands of which nobody may ever know what is above it: behind all others, which is better than not at all. */
  behind(post: Post): string;
  /** Forgets how the posts compared, so that they are compared as they are now. */
  reset(): void;
}

/**
 * Places by an order of the roots; replies stand below their root in the order of reading. A root keeps its place while others react
 * to it: nothing moves away from under a reader.
 *
 * @param find Finds a post that was read.
 * @param question The post that asks, which comes first.
 */
export function createPlaces(order: Exclude<PostOrder, 'oldest'>, find: (id: Id) => Post | undefined, question: () => Id | null): Places {
  const rootOf = createRoots(find);
  const keys = new Map<Id, string>();

  const keyOf = (root: Post) => {
    const key = keys.get(root.id) ?? rankOf(root) + (order === 'newest' ? inverse(root.position) : root.position) + end;
    if (root.version > 0) keys.set(root.id, key);
    return key;
  };

  const rankOf = ({id, accepted, reactions: {thanks = 0, insightful = 0}, replies}: Post) => {
    if (id === question()) return '0';
    if (order === 'helpful') return `${accepted ? 1 : 2}${String(1e9 - thanks - insightful).padStart(10, '0')}`;
    return order === 'unanswered' && replies > 0 ? '2' : '1';
  };

  return {
    of(post) {
      const root = rootOf(post);
      const shown = root === post.id ? post : root && find(root);
      return shown && keyOf(shown) + (shown === post ? '' : post.position);
    },
    behind: ({position}) => last + position,
    reset: () => keys.clear(),
  };
}

/** Sorts behind every rank. */
const last = '~';

/** Sorts before everything that goes on. */
const end = '\0';

/** Text that sorts the other way round. */
function inverse(text: string): string {
  return [...text].map(letter => String.fromCharCode(0xffff - letter.charCodeAt(0))).join('') + '\uffff';
}
