import type {Kysely} from 'kysely';
import type {Tables} from './tables.ts';

/** Where everything is kept: PostgreSQL, native or in the page. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** Tells other processes, if there can be any, that the log grew. Never throws. */
  announce(): void;
  /** Calls back when another process announced. Gives the way to stop. */
  listen(onGrowth: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
