import {StartError} from '../internal/start-error.ts';
import {startEmbedded} from '../node/embedded/embedded.ts';
import {nativeStore} from '../node/native-store.ts';
import {failureCode} from '../store/failure.ts';
import type {Store} from '../store/store.ts';

/** Which database a command works on. */
export interface DatabaseOptions {
  readonly 'data'?: string | undefined;
  readonly 'database-url'?: string | undefined;
}

/** A database that a command opened; `close` ends what was started for it. */
export interface OpenDatabase {
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens the server that is named (`--database-url`, else `DATABASE_URL`), or the embedded one in `--data` (default `.data`). */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const complain = (error: unknown) => console.error(`The database: ${error instanceof Error ? error.message : String(error)}`);
  const named = options['database-url'] ?? (options.data === undefined ? process.env['DATABASE_URL'] : undefined);
  if (named) {
    const store = await nativeStore({connectionString: named, onBroken: complain}).catch((error: unknown) => {
      throw explain(error);
    });
    return {store, close: () => store.close()};
  }
  const embedded = await startEmbedded(options.data ?? '.data', complain);
  try {
    const store = await nativeStore({connectionString: embedded.connectionString, onBroken: complain});
    return {store, close: () => store.close().finally(() => embedded.stop())};
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

function explain(error: unknown): unknown {
  const code = failureCode(error);
  const {message = ''} = error as Error;
  if (['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code) || /timeout/.test(message)) {
    return new StartError('The database does not answer at the address that was given. Is it running?', {cause: error});
  }
  if (code.startsWith('28')) return new StartError('The database refuses the user or the password that was given.', {cause: error});
  if (code === '3D000') return new StartError('The database that was named does not exist. Create it first.', {cause: error});
  if (error instanceof TypeError && /URL/.test(message)) return new StartError('The address of the database is not one. It begins with postgresql://.', {cause: error});
  return error;
}
