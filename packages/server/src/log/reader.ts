import type {Verb} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {plannedOnce} from '../store/planned-once.ts';
import type {Tables} from '../store/tables.ts';
import type {Position} from './cursor.ts';
import type {ObjectType} from './append.ts';
import type {Epoch} from './epoch.ts';

/** One line of the log, as readers meet it. */
export interface LogEntry {
  readonly position: Position;
  readonly organisation: string;
  readonly verb: Verb;
  readonly actor: string | null;
  readonly space: string | null;
  readonly topic: string | null;
  readonly thread: string | null;
  readonly post: string | null;
  /** What it is about, and of what kind that is. */
  readonly objectType: ObjectType | null;
  readonly object: string | null;
  /** Whom it concerns besides the actor. */
  readonly people: readonly string[];
  /** Of `reacted` the kind of reaction; of `undid` the verb that is undone, with the kind behind a colon. */
  readonly detail: string | null;
  readonly touched: readonly string[];
  readonly at: Date;
  /** Whether it was brought in from elsewhere, so that nobody is told of it. */
  readonly imported: boolean;
}

/** A stretch of the log. `waiting` says that more is written already, and held back until older transactions end. */
export interface LogStretch {
  readonly entries: readonly LogEntry[];
  readonly waiting: boolean;
}

interface Row extends Omit<LogEntry, 'position'> {
  readonly epoch: number;
  readonly tx: string;
  readonly seq: string;
  readonly waiting: boolean;
}

/** Where to read. */
export interface LogQuery {
  /** Excluded. */
  readonly after: Position;
  /** Included. */
  readonly until?: Position;
  readonly topics?: {readonly organisation: string; readonly names: readonly string[]};
  readonly limit: number;
}

/**
 * Reads the log in order and without gaps: only up to the oldest transaction that is still under way. The number of a row
 * is drawn before its transaction commits, so a reader that went by the number alone would pass over those that commit late.
 */
export async function readLog(db: Kysely<Tables>, epoch: Epoch, {after, until, topics, limit}: LogQuery): Promise<LogStretch> {
  const {rows} = await sql<Row>`${plannedOnce}
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin),
    held as (
      select exists (select 1 from activity a, horizon h where a.epoch = ${epoch.number}::integer and a.tx >= h.xmin) as waiting
    ),
    line as (
      select a.* from activity a, horizon h
      where (a.epoch, a.tx, a.seq) > (${after.epoch}::integer, ${String(after.tx)}::bigint, ${String(after.seq)}::bigint)
        and (a.epoch < ${epoch.number}::integer or a.tx < h.xmin)
        and ${until ? sql`(a.epoch, a.tx, a.seq) <= (${until.epoch}::integer, ${String(until.tx)}::bigint, ${String(until.seq)}::bigint)` : sql`true`}
        and ${topics ? sql`a.organisation = ${topics.organisation} and a.topic = any (${topics.names}::text[])` : sql`true`}
      order by a.epoch, a.tx, a.seq
      limit ${limit}
    )
    select held.waiting, line.epoch, line.tx::text as tx, line.seq::text as seq, line.organisation, line.verb, line.actor, line.space,
      line.topic, line.thread, line.post, line.object_type as "objectType", line.object, array_to_json(line.people) as people, line.detail,
      array_to_json(line.touched) as touched, line.at, line.imported
    from held left join line on true
    order by line.epoch, line.tx, line.seq`.execute(db);
  return {
    waiting: rows[0]?.waiting ?? false,
    entries: rows.filter(({seq}) => seq !== null).map(({epoch: number, tx, seq, waiting: _, ...entry}) => ({
      ...entry, position: {epoch: number, tx: BigInt(tx), seq: BigInt(seq)},
    })),
  };
}
