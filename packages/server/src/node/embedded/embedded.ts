import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {randomBytes} from 'node:crypto';
import pg from 'pg';
import {StartError} from '../../internal/start-error.ts';
import {explainFailure} from './explain.ts';
import {findPostmaster, isPostgres, type Postmaster} from './postmaster.ts';
import {findPrograms, type Programs} from './programs.ts';

/** A PostgreSQL of our own that runs. */
export interface Embedded {
  readonly connectionString: string;
  stop(): Promise<void>;
}

const user = 'social';
/** The longest path of a socket that every system takes. */
const longestSocket = 100;
/** Any number, the same for all who open the folder. */
const lockNumber = 7_365_001;
/** Milliseconds between two looks whether it still runs. */
const watchInterval = 500;
const patience = 60_000;

/**
 * Starts PostgreSQL on a folder, or takes over the one that an earlier server left running there. It writes durably,
 * listens on a socket that only this user may open, and is started again if it dies. Throws a {@link StartError} where the
 * folder cannot be used, or is used by another server.
 */
export async function startEmbedded(folder: string, onTrouble: (error: unknown) => void = () => undefined): Promise<Embedded> {
  const home = resolve(folder);
  const data = join(home, 'postgres');
  try {
    const programs = findPrograms();
    makeFolder(programs, home);
    programs.own(home);
    demandVersion(data, programs);
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs, home, data);
    const place = await choosePlace(programs, home, data);
    const database = new EmbeddedDatabase(programs, home, data, place, onTrouble);
    await database.start();
    return database;
  } catch (error) {
    throw explainFailure(error, home);
  }
}

/** Not recursive where it need not be: in a file system that makes no folders (`/proc`) that never ends (Node 24). */
function makeFolder(programs: Programs, folder: string): void {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(programs, dirname(folder));
  mkdirSync(folder, {mode: 0o700});
  programs.own(folder);
}

/** Where it listens: a folder for its socket, or on Windows a port of the loopback interface. */
type Place = {readonly socket: string} | {readonly port: number; readonly password: string};

class EmbeddedDatabase implements Embedded {
  readonly connectionString: string;
  readonly #programs: Programs;
  readonly #home: string;
  readonly #data: string;
  readonly #place: Place;
  readonly #onTrouble: (error: unknown) => void;
  #lock: pg.Client | undefined;
  #pid = 0;
  #watch: NodeJS.Timeout | undefined;
  #stopping = false;
  #restart: Promise<void> | undefined;

  constructor(programs: Programs, home: string, data: string, place: Place, onTrouble: (error: unknown) => void) {
    this.#programs = programs;
    this.#home = home;
    this.#data = data;
    this.#place = place;
    this.#onTrouble = onTrouble;
    this.connectionString = 'socket' in place
      ? `postgresql://${user}@localhost/postgres?host=${encodeURIComponent(place.socket)}`
      : `postgresql://${user}:${place.password}@127.0.0.1:${place.port}/postgres`;
  }

  async start(): Promise<void> {
    await this.#run();
    this.#watch = setInterval(() => {
      if (!this.#stopping && !this.#restart && !isPostgres(this.#pid)) {
        this.#restart = this.#run().catch(this.#onTrouble).finally(() => (this.#restart = undefined));
      }
    }, watchInterval).unref();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#watch);
    await this.#restart;
    // Where it died in between, the end of a connection may never be confirmed.
    await Promise.race([this.#lock?.end().catch(() => undefined), new Promise(done => setTimeout(done, 500))]);
    if (isPostgres(this.#pid)) await this.#programs.run('pg_ctl', ['-D', this.#data, '-m', 'fast', '-w', '-t', '30', 'stop']);
    if ('socket' in this.#place && this.#place.socket !== this.#home) rmSync(this.#place.socket, {recursive: true, force: true});
  }

  /** Sees to it that it runs and is ours. */
  async #run(): Promise<void> {
    const deadline = Date.now() + patience;
    for (;;) {
      try {
        if (!findPostmaster(this.#data)) {
          const configuration = join(this.#data, 'postgresql.conf');
          writeFileSync(configuration, settings(this.#place), {mode: 0o600});
          this.#programs.own(configuration);
          await this.#programs.run('pg_ctl', ['-D', this.#data, '-l', join(this.#home, 'postgres.log'), '-w', '-t', '60', 'start']);
        }
        await this.#takeLock();
        this.#pid = findPostmaster(this.#data)?.pid ?? 0;
        return;
      } catch (error) {
        // What a killed one leaves (memory that is still in use, an end that is not over yet) goes by itself.
        if (error instanceof StartError || this.#stopping || Date.now() > deadline || !isPassing(error, this.#home)) throw error;
        await new Promise(done => setTimeout(done, 200));
      }
    }
  }

  /** Held as long as the connection lives: a server that is killed lets go of it by dying. */
  async #takeLock(): Promise<void> {
    const client = new pg.Client({connectionString: this.connectionString, connectionTimeoutMillis: 5_000, application_name: 'social-learning-lock'});
    client.on('error', () => undefined);
    await client.connect();
    const {rows} = await client.query<{mine: boolean}>('select pg_try_advisory_lock($1) as mine', [lockNumber]);
    if (rows[0]?.mine !== true) {
      await client.end();
      throw new StartError(`Another server is running on the folder ${this.#home}. Stop it, or choose another folder with --data.`);
    }
    this.#lock = client;
  }
}

/** Whether waiting may help: it is starting, ending, or its predecessor has not let go yet. */
function isPassing(error: unknown, home: string): boolean {
  const {code = ''} = error as NodeJS.ErrnoException;
  if (['57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P02'].includes(code)) return true;
  const message = error instanceof Error ? error.message : '';
  if (/Connection terminated|timeout expired/.test(message)) return true;
  const log = readTail(join(home, 'postgres.log'));
  return /pre-existing shared memory block|lock file .* already exists|already in use/.test(message + log) && !/No space left/.test(log);
}

function readTail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-2_000) : '';
}

function demandVersion(data: string, {version}: Programs): void {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (found > version) {
    throw new StartError(`The database in ${data} was made by a newer version (PostgreSQL ${found}, this is ${version}). Start that version, or choose another folder with --data.`);
  }
  if (found < version) {
    throw new StartError(`The database in ${data} is of PostgreSQL ${found}, this is ${version}. Carry it over with pg_upgrade, or choose another folder with --data.`);
  }
}

/** Made beside its place and then moved there, so that an attempt that broke off leaves nothing that looks like one. */
async function initialise(programs: Programs, home: string, data: string): Promise<void> {
  const draft = mkdtempSync(join(home, 'new-'));
  programs.own(draft);
  try {
    const inner = join(draft, 'postgres');
    const auth: string[] = [];
    if (process.platform === 'win32') {
      const secret = join(home, 'password');
      writeFileSync(secret, randomBytes(24).toString('base64url'), {mode: 0o600});
      auth.push('-A', 'scram-sha-256', `--pwfile=${secret}`);
    } else auth.push('-A', 'trust');
    await programs.run('initdb', ['-D', inner, '-U', user, '-E', 'UTF8', '--locale=C', ...auth]);
    try {
      renameSync(inner, data);
    } catch (error) {
      // Another server was quicker; the lock will tell whose it is.
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

async function choosePlace(programs: Programs, home: string, data: string): Promise<Place> {
  const running: Postmaster | undefined = findPostmaster(data);
  if (process.platform === 'win32') {
    return {port: running?.port ?? (await freePort()), password: readFileSync(join(home, 'password'), 'utf8')};
  }
  if (running?.socket) return {socket: running.socket};
  if (Buffer.byteLength(join(home, '.s.PGSQL.5432.lock')) <= longestSocket) return {socket: home};
  const near = Buffer.byteLength(tmpdir()) < longestSocket - 40 ? tmpdir() : '/tmp';
  const socket = mkdtempSync(join(near, 'social-learning-'));
  programs.own(socket);
  return {socket};
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function settings(place: Place): string {
  const listen = 'socket' in place
    ? ["listen_addresses = ''", `unix_socket_directories = ${quote(`"${place.socket.replaceAll('"', '""')}"`)}`, 'unix_socket_permissions = 0700']
    : ["listen_addresses = '127.0.0.1'", `port = ${place.port}`, "unix_socket_directories = ''"];
  return [
    '# Written anew at every start.',
    ...listen,
    'fsync = on', 'full_page_writes = on', 'synchronous_commit = on',
    'max_connections = 200', 'shared_buffers = 64MB', 'log_checkpoints = off', "timezone = 'UTC'", "log_timezone = 'UTC'", '',
  ].join('\n');
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
