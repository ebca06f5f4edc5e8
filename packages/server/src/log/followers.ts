import {sql} from 'kysely';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {appendActivities, type Activity} from './append.ts';
import {comparePositions, type Position} from './cursor.ts';
import type {Epoch} from './epoch.ts';
import {readLog, type LogEntry} from './reader.ts';

/** A consequence of what happened: reads the log in order, every line once, and may be run again from the start. */
export interface Follower {
  /** Under which the place in the log is remembered. */
  readonly name: string;
  /**
   * Does what follows from lines of the log, in the transaction in which the place moves on.
   *
   * @returns Lines of its own.
   */
  follow(trx: Trx, entries: readonly LogEntry[]): Promise<readonly Activity[]>;
}

/** Lines that are read at once: few, since nobody reads beyond a transaction that is under way. */
const stretch = 200;
/** Milliseconds between two looks at what is held back. */
const heldBackInterval = 20;
/** Milliseconds after which one that failed is tried again. */
const pause = 1_000;
/** Milliseconds from one look to the next while the log grows: what follows may come a little later, and then several at once. */
const gathering = 100;

/** Somebody else has moved a place in the meantime: the transaction is to be run again, as after a serialization failure. */
class Overtaken extends Error {
  readonly code = '40001';
}

/**
 * Lets followers go after the log; of several processes one at a time. Those that stand at the same place, as they usually do, go on
 * together in one transaction. As long as they only read, it holds back no reader of the log.
 */
export class Followers {
  readonly #store: Store;
  readonly #epoch: Epoch;
  readonly #followers: readonly Follower[];
  readonly #onStep: (topics: readonly string[]) => void;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #failing = false;
  /** Whether lines are written already, and held back until older transactions end. */
  #held = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  /** When it began to look last. */
  #looked = -Infinity;

  /** @param onStep Told after each stretch, with the topics of the lines that followers wrote themselves. */
  constructor(
    store: Store, epoch: Epoch, followers: readonly Follower[],
    onStep: (topics: readonly string[]) => void, onError: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#epoch = epoch;
    this.#followers = followers;
    this.#onStep = onStep;
    this.#onError = onError;
  }

  /** Says that the log has grown. */
  wake(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    const wait = this.#looked + gathering - performance.now();
    if (wait > 0) this.#schedule(wait);
    else this.#start();
  }

  /** Settles when they have done what follows from everything that is in the log now. */
  async settled(): Promise<void> {
    for (;;) {
      while (this.#running) await this.#running;
      this.#start();
      while (this.#running) await this.#running;
      if (!this.#held || this.#closed) return;
      await new Promise(resolve => setTimeout(resolve, heldBackInterval));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#next);
    await this.#running;
  }

  #start(): void {
    if (this.#closed) return;
    clearTimeout(this.#next);
    this.#next = undefined;
    this.#looked = performance.now();
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  #schedule(delay: number): void {
    if (this.#closed || this.#next !== undefined) return;
    this.#next = setTimeout(() => this.#start(), delay);
    (this.#next as {unref?: () => void}).unref?.();
  }

  async #run(): Promise<void> {
    this.#again = false;
    try {
      while (!this.#closed && (await this.#advance()));
      this.#failing = false;
    } catch (error) {
      // Once for each outage.
      if (!this.#failing && !this.#closed) this.#onError(error);
      this.#failing = true;
      this.#schedule(pause);
    }
  }

  /** @returns Whether there may be more to follow. */
  async #advance(): Promise<boolean> {
    try {
      return await this.#step(this.#followers);
    } catch (error) {
      if (this.#followers.length === 1) throw error;
    }
    // One by one and each to its end, so that the one at fault keeps none before it from its lines.
    let more = false;
    for (const follower of this.#followers) while (!this.#closed && (await this.#step([follower]))) more = true;
    return more;
  }

  /** Lets those of some followers who are furthest behind go on by a stretch. */
  async #step(followers: readonly Follower[]): Promise<boolean> {
    const {moved, more, topics} = await inTransaction(this.#store, async trx => {
      await holdFollowers(trx);
      const {behind, from, until} = await readPlaces(trx, followers);
      const {entries, waiting} = await readLog(trx, this.#epoch, {after: from, ...(until && {until}), limit: stretch});
      this.#held = waiting;
      const to = entries.at(-1)?.position ?? until;
      if (!to) return {moved: false, more: false, topics: []};
      const activities: Activity[] = [];
      if (entries.length > 0) for (const {follow} of behind) activities.push(...(await follow(trx, entries)));
      await appendActivities(trx, this.#epoch, activities);
      await movePlaces(trx, behind, from, to);
      const more = until !== undefined || entries.length === stretch || activities.length > 0;
      return {moved: true, more, topics: activities.flatMap(({topic}) => topic ?? [])};
    });
    if (moved) this.#onStep(topics);
    return more;
  }
}

/**
 * Keeps the followers of all processes where they are until the transaction ends. Not by a lock on a row: a transaction that has not
 * changed anything has no number that readers of the log would wait for.
 */
export async function holdFollowers(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('social-learning followers', 0))`.execute(trx);
}

/** Those who are furthest behind, where they stand, and where the next ones do. */
async function readPlaces(trx: Trx, followers: readonly Follower[]): Promise<{behind: Follower[]; from: Position; until: Position | undefined}> {
  const names = followers.map(({name}) => name);
  const {rows} = await sql<{name: string; epoch: number; tx: string; seq: string}>`
    select name, epoch, tx::text as tx, seq::text as seq from log_reader where name = any (${names}::text[])`.execute(trx);
  const known = new Map(rows.map(({name, epoch, tx, seq}) => [name, {epoch, tx: BigInt(tx), seq: BigInt(seq)}]));
  const placeOf = ({name}: Follower): Position => known.get(name) ?? {epoch: 0, tx: 0n, seq: 0n};
  const places = followers.map(placeOf).sort(comparePositions);
  const from = places[0]!;
  return {
    from,
    behind: followers.filter(follower => comparePositions(placeOf(follower), from) === 0),
    until: places.find(place => comparePositions(place, from) > 0),
  };
}

/** Throws {@link Overtaken} where one of them stands somewhere else by now, as after its place was set back. */
async function movePlaces(trx: Trx, followers: readonly Follower[], from: Position, to: Position): Promise<void> {
  const names = followers.map(({name}) => name);
  const {rows} = await sql`
    insert into log_reader as r (name, epoch, tx, seq)
    select name, ${to.epoch}::integer, ${String(to.tx)}::bigint, ${String(to.seq)}::bigint from unnest(${names}::text[]) as n(name) order by name
    on conflict (name) do update set epoch = excluded.epoch, tx = excluded.tx, seq = excluded.seq
      where (r.epoch, r.tx, r.seq) = (${from.epoch}::integer, ${String(from.tx)}::bigint, ${String(from.seq)}::bigint)
    returning 1`.execute(trx);
  if (rows.length < names.length) throw new Overtaken('Another process has followed the log meanwhile.');
}
