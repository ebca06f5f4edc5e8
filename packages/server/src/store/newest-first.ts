import type {Page} from '@social-learning/protocol';
import {sql, type RawBuilder} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import type {Cursors} from '../log/cursor.ts';

/** A list in the order of time, the latest first, of which a page is read. */
export interface NewestFirst<Row, Item> {
  readonly cursors: Cursors;
  /** What the cursors belong to. */
  readonly scope: string;
  readonly cursor: string | undefined;
  readonly length: number;
  /** The columns by which it is ordered. */
  readonly at: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  /** Reads rows beyond a place, in an order, so many at most. */
  read(beyond: RawBuilder<unknown>, order: RawBuilder<unknown>, amount: number): Promise<readonly Row[]>;
  /** Where a row stands. */
  placeOf(row: Row): {readonly at: Date; readonly id: string};
  show(row: Row): Item;
}

/** Reads a page. Throws `cursor-invalid` for a cursor of something else. */
export async function readNewestFirst<Row, Item>(list: NewestFirst<Row, Item>): Promise<Page<Item>> {
  const {cursors, scope, cursor, length, at, id} = list;
  const place = cursor === undefined ? undefined : cursors.read(scope, cursor)?.split('~');
  if (cursor !== undefined && !place) throw new Refusal('cursor-invalid', 'This cursor is not of this list. Read the list from its start.');
  const back = place?.[0] === 'b';
  const beyond = place
    ? sql`(${at}, ${id}) ${sql.raw(back ? '>' : '<')} (${new Date(Number(place[1]))}::timestamptz, ${place[2]}::uuid)`
    : sql`true`;
  const direction = sql.raw(back ? 'asc' : 'desc');
  const rows = await list.read(beyond, sql`${at} ${direction}, ${id} ${direction}`, length + 1);

  const more = rows.length > length;
  const shown = rows.slice(0, length);
  if (back) shown.reverse();
  const sign = (end: 'a' | 'b', row: Row | undefined) => {
    if (!row) return null;
    const {at: time, id: last} = list.placeOf(row);
    return cursors.sign(scope, `${end}~${time.getTime()}~${last}`);
  };
  return {
    items: shown.map(row => list.show(row)),
    before: (back ? more : place !== undefined) ? sign('b', shown[0]) : null,
    after: back || more ? sign('a', shown.at(-1)) : null,
  };
}
