import {limits, type Output, type PostOrder} from '@social-learning/protocol';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Cursors} from '../log/cursor.ts';
import type {Tables} from '../store/tables.ts';
import {pageLength, readPostPage, type PageWish} from './page.ts';
import {postColumns, postTables, toPost, type PostRow} from './rows.ts';

/** Which posts of a thread: a page from an end or around one of them, in an order, or only some. */
export interface PostWish extends PageWish {
  readonly order?: PostOrder | undefined;
  readonly only?: 'pinned' | undefined;
}

/** The thread that is read. */
interface Place {
  readonly id: string;
  readonly question: string | null;
}

type PostPage = Output<'posts.list'>;

/** The same text for wishes of the same page. */
export function wishKey({from, around, order, only, cursor, limit}: PostWish): string {
  return JSON.stringify([from, around, order, only, cursor, pageLength(limit)]);
}

/** Reads what is wished of a thread. */
export function readPosts(db: Kysely<Tables>, cursors: Cursors, organisation: string, thread: Place, wish: PostWish): Promise<PostPage> {
  const {around, order, only, cursor} = wish;
  const reader = new OrderedReader(db, cursors, organisation, thread);
  const place = cursor === undefined ? undefined : reader.placeOf(cursor);
  if (place) return reader.goOn(place, pageLength(wish.limit));
  if (cursor === undefined && only) return reader.pinned();
  if (cursor === undefined && around === undefined && order) return reader.roots(order, undefined, pageLength(wish.limit));
  return readPostPage(db, cursors, organisation, thread.id, wish);
}

interface RootRow extends PostRow {
  /** What it is sorted by before its position. */
  readonly rank: number;
}

/** Where a page ended: a root in an order, or a reply below a root. */
type PlaceInOrder = {readonly order: PostOrder; readonly rank: number; readonly position: string} | {readonly root: string; readonly reply: string};

const orders: readonly PostOrder[] = ['oldest', 'newest', 'helpful', 'unanswered'];

/** Reads a thread in an order: roots by a rank, each with its first replies in the order of reading. */
class OrderedReader {
  readonly #db: Kysely<Tables>;
  readonly #cursors: Cursors;
  readonly #organisation: string;
  readonly #thread: Place;
  readonly #scope: string;

  constructor(db: Kysely<Tables>, cursors: Cursors, organisation: string, thread: Place) {
    this.#db = db;
    this.#cursors = cursors;
    this.#organisation = organisation;
    this.#thread = thread;
    this.#scope = `ordered-posts:${organisation}:${thread.id}`;
  }

  /** What a cursor of ours says; `undefined` for one of another list. */
  placeOf(cursor: string): PlaceInOrder | undefined {
    const [kind, first = '', second = '', third = ''] = this.#cursors.read(this.#scope, cursor)?.split('~') ?? [];
    if (kind === 'r') return {root: first, reply: second};
    return kind === 'o' ? {order: orders.find(order => order === first)!, rank: Number(second), position: third} : undefined;
  }

  async goOn(place: PlaceInOrder, length: number): Promise<PostPage> {
    if ('order' in place) return this.roots(place.order, place, length);
    const rows = await this.#repliesAfter(place.reply, place.root, length + 1);
    const page = rows.slice(0, length);
    return {
      items: page.map(row => toPost(row)), before: null,
      after: rows.length > length ? this.#cursors.sign(this.#scope, `r~${place.root}~${page.at(-1)!.id}`) : null,
    };
  }

  /** What is pinned, in the order of reading. */
  async pinned(): Promise<PostPage> {
    const {rows} = await sql<PostRow>`
      select ${postColumns} from ${postTables} where ${this.#here} and p.pinned and p.state = 'visible'
      order by p.position collate "C"`.execute(this.#db);
    return {items: rows.map(row => toPost(row)), before: null, after: null};
  }

  /** Whole conversations below a root, as many as make a page. */
  async roots(order: PostOrder, after: {rank: number; position: string} | undefined, length: number): Promise<PostPage> {
    const rank = this.#rankIn(order);
    const newest = order === 'newest';
    const beyond = after
      ? sql`(${rank} > ${after.rank}::integer or (${rank} = ${after.rank}::integer and p.position ${sql.raw(newest ? '<' : '>')} ${after.position} collate "C"))`
      : sql`true`;
    const {rows: roots} = await sql<RootRow>`
      select ${postColumns}, ${rank} as rank from ${postTables} where ${this.#here} and ${shown} and p.depth = 0 and ${beyond}
      order by rank, p.position collate "C" ${sql.raw(newest ? 'desc' : 'asc')} limit ${length + 1}`.execute(this.#db);
    const replies = await this.#firstReplies(roots.slice(0, length).filter(root => root.replies > 0));
    const items: PostRow[] = [];
    const rest: NonNullable<PostPage['rest']> = [];
    let last: RootRow | undefined;
    for (const root of roots.slice(0, length)) {
      if (items.length >= length) break;
      const below = replies.get(root.id) ?? [];
      const first = below.slice(0, limits.firstReplies);
      items.push(root, ...first);
      if (below.length > first.length) rest.push(await this.#restOf(root, first.at(-1)!));
      last = root;
    }
    const isAll = roots.length === 0 || last === roots.at(-1);
    return {
      items: items.map(row => toPost(row)), before: null,
      after: isAll ? null : this.#cursors.sign(this.#scope, `o~${order}~${last!.rank}~${last!.position}`),
      ...(rest.length > 0 && {rest}),
    };
  }

  get #here(): RawBuilder<unknown> {
    return sql`p.organisation = ${this.#organisation} and p.thread = ${this.#thread.id}`;
  }

  #rankIn(order: PostOrder): RawBuilder<number> {
    const {question} = this.#thread;
    const first = question === null ? sql`false` : sql`p.id = ${question}`;
    switch (order) {
      case 'oldest':
        return sql`0`;
      case 'newest':
        return sql`(case when ${first} then 0 else 1 end)`;
      case 'helpful':
        return sql`(case when ${first} then -2000000000 when p.state <> 'visible' then 0 else
          (case when p.accepted then -1000000000 else 0 end)
          - coalesce((p.reactions ->> 'thanks')::integer, 0) - coalesce((p.reactions ->> 'insightful')::integer, 0) end)`;
      case 'unanswered':
        return sql`(case when ${first} then -1 when p.replies > 0 then 1 else 0 end)`;
    }
  }

  /** The first replies of each root, and one more where there are more. */
  async #firstReplies(roots: readonly RootRow[]): Promise<Map<string, PostRow[]>> {
    if (roots.length === 0) return new Map();
    const wanted = roots.map(({id, position}) => ({id, position}));
    const {rows} = await sql<PostRow & {root: string}>`
      select w.id as root, r.* from json_to_recordset(${JSON.stringify(wanted)}::json) as w(id uuid, position text) cross join lateral (
        select ${postColumns} from ${postTables}
        where ${this.#here} and ${shown} and p.position > w.position collate "C" and p.position < w.position || '~' collate "C"
        order by p.position collate "C" limit ${limits.firstReplies + 1}
      ) r order by r.position collate "C"`.execute(this.#db);
    return Map.groupBy(rows, row => row.root) as Map<string, PostRow[]>;
  }

  /** How many replies below a root come after one of them, when the latest came, and the cursor of the next. */
  async #restOf(root: PostRow, {id, position}: PostRow) {
    const {rows: [row]} = await sql<{replies: number; latest: Date}>`
      select count(*)::integer as replies, max(p.created_at) as latest from post p
      where ${this.#here} and ${shown} and p.position > ${position} collate "C" and p.position < ${`${root.position}~`} collate "C"`.execute(this.#db);
    return {post: root.id, replies: row!.replies, latest: row!.latest.toISOString(), after: this.#cursors.sign(this.#scope, `r~${root.position}~${id}`)};
  }

  async #repliesAfter(reply: string, root: string, amount: number): Promise<PostRow[]> {
    const {rows} = await sql<PostRow>`
      select ${postColumns} from ${postTables}
      where ${this.#here} and ${shown} and p.position < ${`${root}~`} collate "C"
        and p.position > (select l.position from post l where l.organisation = p.organisation and l.id = ${reply})
      order by p.position collate "C" limit ${amount}`.execute(this.#db);
    return rows;
  }
}

/** What was removed and holds no place is not shown. */
const shown = sql`(p.state = 'visible' or p.replies > 0)`;
