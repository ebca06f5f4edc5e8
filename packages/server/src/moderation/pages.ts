import type {Page} from '@social-learning/protocol';
import {sql, type RawBuilder} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';

/** A row of a list that is ordered by its own sequence. */
export interface SeqRow {
  readonly seq: string;
}

interface Stretch {
  /** What lies beyond the cursor. */
  readonly beyond: (column: RawBuilder<unknown>) => RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
}

/** A page of a list in the order of a sequence. @param first The end that it begins from. */
export async function pageBySeq<Row extends SeqRow, Item>(
  {store: {db}, cursors}: Pick<Services, 'store' | 'cursors'>, scope: string,
  {cursor, limit}: {readonly cursor?: string | undefined; readonly limit?: number | undefined},
  read: (stretch: Stretch) => RawBuilder<Row>, toItem: (row: Row) => Item, first: 'newest' | 'oldest' = 'newest',
): Promise<Page<Item>> {
  const length = pageLength(limit);
  const place = cursor === undefined ? undefined : /^([ab])~(\d+)$/.exec(cursors.read(scope, cursor) ?? '');
  if (place === null) throw new Refusal('cursor-invalid', 'This cursor is not of this list. Read the list from its start.');
  const back = place?.[1] === 'b';
  const descends = back !== (first === 'newest');
  const {rows} = await read({
    beyond: column => (place ? sql`${column} ${sql.raw(descends ? '<' : '>')} ${place[2]}::bigint` : sql`true`),
    order: sql.raw(descends ? 'desc' : 'asc'),
    limit: length + 1,
  }).execute(db);
  const more = rows.length > length;
  const shown = rows.slice(0, length);
  if (back) shown.reverse();
  const sign = (direction: 'a' | 'b', row: Row | undefined) => (row ? cursors.sign(scope, `${direction}~${row.seq}`) : null);
  return {
    items: shown.map(toItem),
    before: (back ? more : place !== undefined) ? sign('b', shown[0]) : null,
    after: back || more ? sign('a', shown.at(-1)) : null,
  };
}
