import type {Id, Output, Post} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import {checkSurplus} from './guard-upkeep.ts';
import type {ThreadOptions, ThreadPlace} from './thread-store.ts';

/** A page of further replies, by the post without parent that they stand below. */
export type Rest = NonNullable<Output<'posts.list'>['rest']>[number];

/** A thread that was read anew. */
export interface Reread {
  readonly answer: Output<'threads.read'>;
  readonly items: readonly Post[];
  readonly before: string | null;
  readonly after: string | null;
  readonly rest: readonly Rest[];
}

/** Most items of a page. */
export const mostItems = 100;

/**
 * Reads a thread anew, as far as it was shown.
 *
 * @param shown How many posts were shown.
 * @param least Fewest posts of its first page.
 * @param below How many of them stand below a post without parent.
 */
export async function readAsFar(
  client: ClientCore, place: ThreadPlace, options: ThreadOptions, shown: number, least: number, below: (root: Id) => number, signal: AbortSignal,
): Promise<Reread> {
  const limit = Math.max(least, Math.min(shown, mostItems));
  const answer = await client.call('threads.read', {...place, ...options, limit}, {signal});
  checkSurplus(answer.posts.items.slice(limit));
  const items = [...answer.posts.items];
  const rest: Rest[] = [];
  let {before, after} = answer.posts;

  const read = (cursor: string): Promise<Output<'posts.list'>> =>
    client.call('posts.list', {thread: answer.thread!.id, cursor, limit: mostItems}, {signal});

  /** Takes in a page, and of each root as many replies as there were. */
  const take = async (page: Pick<Output<'posts.list'>, 'items' | 'rest'>) => {
    for (const left of page.rest ?? []) {
      const replies: Post[] = [];
      const first = page.items.findIndex(({id}) => id === left.post);
      const next = page.items.findIndex(({parent}, index) => index > first && parent === null);
      const given = (next < 0 ? page.items.length : next) - first - 1;
      let {after: cursor}: {after: string | null} = left;
      while (cursor !== null && given + replies.length < below(left.post)) {
        const further: Output<'posts.list'> = await read(cursor);
        replies.push(...further.items);
        cursor = further.after;
      }
      items.push(...replies);
      if (cursor !== null) rest.push({...left, replies: Math.max(1, left.replies - replies.length), after: cursor});
    }
  };

  await take(answer.posts);
  while (options.from === 'end' && answer.thread && before !== null && items.length < shown) {
    const page = await read(before);
    items.unshift(...page.items);
    ({before} = page);
  }
  while (answer.thread && after !== null && items.length < shown) {
    const page = await read(after);
    items.push(...page.items);
    await take(page);
    ({after} = page);
  }
  return {answer, items, before, after, rest};
}
