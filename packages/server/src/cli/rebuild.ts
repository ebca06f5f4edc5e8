import {createTopics} from '../feed/topics.ts';
import {enterEpoch} from '../log/epoch.ts';
import {rebuildPoints} from '../points/rebuild.ts';
import {migrate} from '../store/migrate.ts';
import {readSecrets} from '../store/secrets.ts';
import {openDatabase, type DatabaseOptions} from './database.ts';

/** Makes the ledger of points again from the log. */
export async function runRebuild(options: DatabaseOptions): Promise<void> {
  const database = await openDatabase(options);
  const {store} = database;
  try {
    await migrate(store);
    await rebuildPoints(store, await enterEpoch(store), await createTopics(await readSecrets(store)));
    console.log('The points are made anew.');
  } finally {
    await database.close();
  }
}
