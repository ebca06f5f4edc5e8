import {randomUUID} from 'node:crypto';
import {Kysely, PostgresDialect, sql} from 'kysely';
import pg from 'pg';
import {StartError} from '../internal/start-error.ts';
import type {Store} from '../store/store.ts';
import type {Tables} from '../store/tables.ts';
import {preparedPool} from './prepared-pool.ts';

/** How to reach a PostgreSQL server. */
export interface NativeStoreOptions {
  readonly connectionString: string;
  /** Connections at most. Default 10. */
  readonly connections?: number;
  /** Told of a connection that broke while it was idle; it is replaced by itself. */
  readonly onBroken?: (error: unknown) => void;
}

const channel = 'social_learning_log';

/** Milliseconds from one announcement to the next: the first goes out at once, and those that come too soon after it together. */
const gathering = 25;
/** Milliseconds after which a listener that broke is made anew. */
const listenAgain = 1_000;

/** A store over native PostgreSQL, 15 or newer. Throws a {@link StartError} where it would not keep what it acknowledges. */
export async function nativeStore(options: NativeStoreOptions): Promise<Store> {
  const {connectionString, connections = 10, onBroken = () => undefined} = options;
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    // No plan outlives by much the size of the tables that it was made for.
    maxLifetimeSeconds: 60,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c synchronous_commit=on',
    application_name: 'social-learning',
  });
  pool.on('error', onBroken);
  // The pool listens to connections only while they are idle. One that breaks in use says so to its query as well, but an
  // error event that nobody hears ends the process.
  pool.on('connect', client => client.on('error', () => undefined));
  const db = new Kysely<Tables>({dialect: new PostgresDialect({pool: preparedPool(pool), controlClient: pg.Client})});
  try {
    await demandDurable(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }

  // Tells our own announcements from those of others.
  const sender = randomUUID();
  let announcing: NodeJS.Timeout | undefined;
  let announced = -Infinity;
  let closed = false;
  const announceNow = () => {
    announcing = undefined;
    announced = performance.now();
    if (closed) return;
    // Only a wake-up: where it is lost, the others look by themselves within a second.
    pool.query('select pg_notify($1, $2)', [channel, sender]).catch(onBroken);
  };
  return {
    db,
    announce() {
      if (announcing) return;
      const wait = announced + gathering - performance.now();
      if (wait <= 0) announceNow();
      else announcing = setTimeout(announceNow, wait).unref();
    },
    listen: onGrowth => listen(connectionString, sender, onGrowth, onBroken),
    close() {
      closed = true;
      return db.destroy();
    },
  };
}

/** A promise of ours is only as good as the database's: it must write to the disk before it says that it has. */
export async function demandDurable(db: Kysely<Tables>): Promise<void> {
  const {rows: [settings]} = await sql<{version: number; fsync: string; writes: string; commit: string}>`
    select current_setting('server_version_num')::integer as version, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as writes, current_setting('synchronous_commit') as commit`.execute(db);
  const {version, fsync, writes, commit} = settings!;
  if (version < 150_000) throw new StartError('The database is too old: PostgreSQL 15 or newer is needed.');
  if (fsync !== 'on' || writes !== 'on' || commit === 'off') {
    const named = fsync !== 'on' ? 'fsync' : writes !== 'on' ? 'full_page_writes' : 'synchronous_commit';
    throw new StartError(`The database has ${named} switched off, so it may lose what it acknowledged. Switch it on.`);
  }
}

async function listen(
  connectionString: string, sender: string, onGrowth: () => void, onBroken: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    if (!stopped) timer = setTimeout(() => void connect(), listenAgain).unref();
  };
  const connect = async () => {
    const next = new pg.Client({connectionString, application_name: 'social-learning-listener', connectionTimeoutMillis: 5_000, keepAlive: true});
    let broken = false;
    const onEnd = (error?: unknown) => {
      if (broken) return;
      broken = true;
      if (error !== undefined) onBroken(error);
      next.end().catch(() => undefined);
      again();
    };
    next.on('error', onEnd);
    next.on('end', () => onEnd());
    next.on('notification', ({payload}) => {
      if (payload !== sender) onGrowth();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
      onGrowth();
    } catch (error) {
      onEnd(error);
    }
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    // Where the server is gone, the end of a connection may never be confirmed.
    await Promise.race([client?.end().catch(() => undefined), new Promise(resolve => setTimeout(resolve, 500))]);
  };
}
