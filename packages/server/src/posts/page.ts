import {limits, type Page, type Post} from '@social-learning/protocol';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Cursors} from '../log/cursor.ts';
import type {Tables} from '../store/tables.ts';
import {postColumns, postTables, toPost, type PostRow} from './rows.ts';

/** Which page of a thread. A cursor comes before a post to be shown around, and that before an end. */
export interface PageWish {
  readonly from?: 'start' | 'end' | undefined;
  readonly around?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const usual = 20;

/** How many items a page has. */
export const pageLength = (wish: number | undefined) => Math.min(wish ?? usual, limits.page);

/** A page of a thread in the order of reading. What was removed and holds no place is not in it. */
export async function readPostPage(
  db: Kysely<Tables>, cursors: Cursors, organisation: string, thread: string, {from = 'start', around, cursor, limit}: PageWish,
): Promise<Page<Post>> {
  const length = pageLength(limit);
  const scope = `posts:${organisation}:${thread}`;
  const read = (condition: RawBuilder<unknown>, order: 'asc' | 'desc', amount: number) => sql<PostRow>`
    select ${postColumns} from ${postTables}
    where p.organisation = ${organisation} and p.thread = ${thread} and (p.state = 'visible' or p.replies > 0) and ${condition}
    order by p.position collate "C" ${sql.raw(order)} limit ${amount}`.execute(db).then(({rows}) => rows);
  const after = (position: string | null, amount: number) =>
    read(position === null ? sql`true` : sql`p.position > ${position} collate "C"`, 'asc', amount);
  const before = async (position: string | null, amount: number) =>
    (await read(position === null ? sql`true` : sql`p.position < ${position} collate "C"`, 'desc', amount)).reverse();
  const positionOf = async (post: string) => {
    const {rows: [row]} = await sql<{position: string}>`
      select position from post where organisation = ${organisation} and thread = ${thread} and id = ${post} and published`.execute(db);
    return row?.position;
  };
  const finish = (rows: PostRow[], more: {before: boolean; after: boolean}): Page<Post> => ({
    items: rows.map(row => toPost(row)),
    before: more.before && rows[0] ? cursors.sign(scope, `b~${rows[0].id}`) : null,
    after: more.after && rows.length > 0 ? cursors.sign(scope, `a~${rows.at(-1)!.id}`) : null,
  });

  if (cursor !== undefined) {
    const [direction, post] = cursors.read(scope, cursor)?.split('~') ?? [];
    const position = post && (await positionOf(post));
    if (!position) throw new Refusal('cursor-invalid', 'This cursor is not of this list. Read the list from its start.');
    if (direction === 'a') {
      const rows = await after(position, length + 1);
      return finish(rows.slice(0, length), {before: true, after: rows.length > length});
    }
    const rows = await before(position, length + 1);
    return finish(rows.slice(-length), {before: rows.length > length, after: true});
  }
  if (around !== undefined) {
    const position = await positionOf(around);
    if (position === undefined) throw notFound();
    const half = Math.floor(length / 2);
    const above = await before(position, half + 1);
    const first = above.slice(Math.max(above.length - half, 0));
    const rest = length - first.length;
    const below = await read(sql`p.position >= ${position} collate "C"`, 'asc', rest + 1);
    return finish([...first, ...below.slice(0, rest)], {before: above.length > first.length, after: below.length > rest});
  }
  if (from === 'end') {
    const rows = await before(null, length + 1);
    return finish(rows.slice(-length), {before: rows.length > length, after: false});
  }
  const rows = await after(null, length + 1);
  return finish(rows.slice(0, length), {before: false, after: rows.length > length});
}
