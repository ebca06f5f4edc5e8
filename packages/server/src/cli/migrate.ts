import {migrate} from '../store/migrate.ts';
import {openDatabase, type DatabaseOptions} from './database.ts';

/** Brings a database up to date. */
export async function runMigrate(options: DatabaseOptions): Promise<void> {
  const database = await openDatabase(options);
  try {
    await migrate(database.store);
    console.log('The database is up to date.');
  } finally {
    await database.close();
  }
}
