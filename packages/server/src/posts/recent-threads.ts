import type {Database} from '../store/tables.ts';
import type {ThreadRow} from '../threads/rows.ts';
import {readThreads, subjectKey} from './create-reads.ts';
import type {Creation} from './creation.ts';

/** Threads that are remembered at most. */
const most = 1_000;

/**
 * Threads as they were after the last post in them. They may be old: what is written on their ground is written only where they are
 * still so, by their version and their counter, which every change moves.
 */
export class RecentThreads {
  readonly #threads = new Map<string, ThreadRow>();

  /** The threads of some posts, as far as they are there. What comes is the caller's to change. */
  async read(db: Database, items: readonly Creation[]): Promise<Map<string, ThreadRow>> {
    const found = new Map<string, ThreadRow>();
    const missing: Creation[] = [];
    for (const item of items) {
      const known = this.#threads.get(subjectKey(item));
      if (known) found.set(subjectKey(item), {...known});
      else missing.push(item);
    }
    if (missing.length > 0) for (const [key, thread] of await readThreads(db, missing)) found.set(key, thread);
    return found;
  }

  /** Remembers what was written. */
  keep<Written extends {readonly threads: ReadonlyMap<string, ThreadRow>}>(written: Written): Written {
    if (this.#threads.size > most) this.#threads.clear();
    for (const [key, thread] of written.threads) this.#threads.set(key, thread);
    return written;
  }

  forget(items: readonly Creation[]): void {
    for (const item of items) this.#threads.delete(subjectKey(item));
  }
}
