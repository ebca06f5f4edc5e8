import {sql} from 'kysely';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {appendActivities, type Activity} from './append.ts';
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
const stretch = 50;
/** Milliseconds between two looks at what is held back. */
const heldBackInterval = 20;
/** Milliseconds after which one that failed is tried again. */
const pause = 1_000;

/** Lets followers go after the log; of several processes one at a time for each. */
export class Followers {
  readonly #store: Store;
  readonly #epoch: Epoch;
  readonly #followers: readonly Follower[];
  readonly #onAppend: (topics: readonly string[]) => void;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #failing = false;
  /** Followers for whom lines are written already, and held back until older transactions end. */
  readonly #held = new Set<string>();
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** @param onAppend Told after a follower has written lines of its own. */
  constructor(
    store: Store, epoch: Epoch, followers: readonly Follower[],
    onAppend: (topics: readonly string[]) => void, onError: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#epoch = epoch;
    this.#followers = followers;
    this.#onAppend = onAppend;
    this.#onError = onError;
  }

  /** Says that the log has grown. */
  wake(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#retry);
    this.#running = this.#run().finally(() => (this.#running = undefined));
  }

  /** Settles when they have done what follows from everything that is in the log now. */
  async settled(): Promise<void> {
    for (;;) {
      this.wake();
      while (this.#running) await this.#running;
      if (this.#held.size === 0 || this.#closed) return;
      await new Promise(resolve => setTimeout(resolve, heldBackInterval));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#again = false;
        for (const follower of this.#followers) while (!this.#closed && (await this.#step(follower))) this.#again = true;
      } while (this.#again && !this.#closed);
      this.#failing = false;
    } catch (error) {
      // Once for each outage.
      if (!this.#failing && !this.#closed) this.#onError(error);
      this.#failing = true;
      if (!this.#closed) {
        this.#retry = setTimeout(() => this.wake(), pause);
        (this.#retry as {unref?: () => void}).unref?.();
      }
    }
  }

  /** @returns Whether there was something to follow. */
  async #step({name, follow}: Follower): Promise<boolean> {
    const {read, topics} = await inTransaction(this.#store, async trx => {
      await sql`insert into log_reader (name, epoch, tx, seq) values (${name}, 0, 0, 0) on conflict do nothing`.execute(trx);
      const {rows: [place]} = await sql<{epoch: number; tx: string; seq: string}>`
        select epoch, tx::text as tx, seq::text as seq from log_reader where name = ${name} for update`.execute(trx);
      const after = {epoch: place!.epoch, tx: BigInt(place!.tx), seq: BigInt(place!.seq)};
      const {entries, waiting} = await readLog(trx, this.#epoch, {after, limit: stretch});
      if (waiting) this.#held.add(name);
      else this.#held.delete(name);
      if (entries.length === 0) return {read: 0, topics: []};
      const activities = await follow(trx, entries);
      await appendActivities(trx, this.#epoch, activities);
      const {epoch, tx, seq} = entries.at(-1)!.position;
      await sql`
        update log_reader set epoch = ${epoch}, tx = ${String(tx)}::bigint, seq = ${String(seq)}::bigint where name = ${name}`.execute(trx);
      return {read: entries.length, topics: activities.flatMap(({topic}) => topic ?? [])};
    });
    if (topics.length > 0) this.#onAppend(topics);
    return read > 0;
  }
}
