import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import type {Cursors, Position} from './cursor.ts';
import type {Epoch} from './epoch.ts';

/**
 * The place in the log that any later read reflects: every transaction before it has ended. What others have under way
 * comes after it, whatever number it drew.
 */
export async function currentPosition(db: Kysely<Tables>, epoch: Epoch): Promise<Position> {
  const {rows: [row]} = await sql<{xmin: string}>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db);
  return {epoch: epoch.number, tx: BigInt(row!.xmin), seq: 0n};
}

const scopeOf = (organisation: string) => `feed:${organisation}`;

/** The cursor of a position: opaque, and good for one organisation. */
export function signPosition(cursors: Cursors, epoch: Epoch, organisation: string, position: Position): string {
  const place = [epoch.id, position.epoch.toString(36), position.tx.toString(36), position.seq.toString(36)].join('~');
  return cursors.sign(scopeOf(organisation), place);
}

/** The position of a cursor; `undefined` where it is not ours or of another epoch. */
export function readPosition(cursors: Cursors, epoch: Epoch, organisation: string, cursor: string): Position | undefined {
  const [id, number, tx, seq] = cursors.read(scopeOf(organisation), cursor)?.split('~') ?? [];
  if (id !== epoch.id || !number || !tx || !seq) return undefined;
  return {epoch: Number.parseInt(number, 36), tx: parse36(tx), seq: parse36(seq)};
}

function parse36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
