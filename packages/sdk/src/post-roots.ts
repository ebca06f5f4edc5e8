import type {Id, Post} from '@social-learning/protocol';

/** Levels that are climbed at most: a hostile backend may say that two posts stand below each other. */
const mostLevels = 10_000;

/**
 * Finds the post without parent that a post stands below, or is; `undefined` while the posts between are not known.
 *
 * @param find Finds a post that was read.
 */
export function createRoots(find: (id: Id) => Post | undefined): (post: Post) => Id | undefined {
  const roots = new Map<Id, Id>();
  return ({id, parent}) => {
    if (parent === null) return id;
    const before = roots.get(id);
    if (before) return before;
    let above: Post | undefined = find(parent);
    for (let level = 0; above && above.parent !== null; level++) above = level < mostLevels ? find(above.parent) : undefined;
    if (above) roots.set(id, above.id);
    return above?.id;
  };
}
