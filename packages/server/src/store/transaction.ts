import type {Transaction} from 'kysely';
import {isTransient} from './failure.ts';
import type {Store} from './store.ts';
import type {Tables} from './tables.ts';

export type Trx = Transaction<Tables>;

const attempts = 5;

/** Runs work in one transaction, and again where the database asks for it (40001, 40P01). */
export async function inTransaction<Result>({db}: Pick<Store, 'db'>, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!isTransient(error) || attempt === attempts) throw error;
      await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
}
