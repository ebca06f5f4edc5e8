import {sql} from 'kysely';
import {Migrator} from 'kysely/migration';
import {StartError} from '../internal/start-error.ts';
import {migrations} from './migrations.ts';
import type {Store} from './store.ts';

/** Brings the schema up to date. Throws a {@link StartError} where the database is of a newer version. */
export async function migrate({db}: Pick<Store, 'db'>): Promise<void> {
  const {rows: [found]} = await sql<{table: string | null}>`select to_regclass('kysely_migration')::text as table`.execute(db);
  if (found?.table) {
    const {rows} = await sql<{name: string}>`select name from kysely_migration order by name`.execute(db);
    const unknown = rows.find(({name}) => !(name in migrations));
    if (unknown) {
      throw new StartError(
        `The database was made by a newer version (it knows “${unknown.name}”, this version does not). Start that version, or use another database.`,
      );
    }
  }
  const migrator = new Migrator({db, provider: {getMigrations: () => Promise.resolve({...migrations})}});
  const {error} = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be brought up to date.', {cause: error});
}
