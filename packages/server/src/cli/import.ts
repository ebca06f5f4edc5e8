import {importStackExchange} from '../imports/stackexchange.ts';
import {migrate} from '../store/migrate.ts';
import {openDatabase, type DatabaseOptions} from './database.ts';

/** Brings a Stack Exchange dump in, and tells what was read, added and skipped. */
export async function runImport(
  folder: string, options: DatabaseOptions & {readonly organisation?: string | undefined; readonly space?: string | undefined},
): Promise<void> {
  const database = await openDatabase(options);
  try {
    await migrate(database.store);
    const report = await importStackExchange(database.store, folder, {organisation: options.organisation, space: options.space});
    for (const line of report.lines) console.log(line);
  } finally {
    await database.close();
  }
}
