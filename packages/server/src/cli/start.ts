import {readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {createApp} from '../app.ts';
import {createDemo} from '../demo/demo.ts';
import {importStackExchange} from '../imports/stackexchange.ts';
import {StartError} from '../internal/start-error.ts';
import {migrate} from '../store/migrate.ts';
import {serve} from '../node/serve.ts';
import {openFiles} from '../node/files/open-files.ts';
import {createStaticFiles} from '../node/static-files.ts';
import type {OrganisationSettings} from '../organisations/save.ts';
import {openDatabase, type DatabaseOptions} from './database.ts';
import {askedToStop} from './stop.ts';

/** The options of `start`, as the command line gives them. */
export interface StartOptions extends DatabaseOptions {
  readonly 'port'?: string | undefined;
  readonly 'host'?: string | undefined;
  readonly 'public-url'?: string | undefined;
  readonly 'organisations'?: string | undefined;
  readonly 'demo'?: boolean | undefined;
  readonly 'sample'?: string | undefined;
  readonly 'site'?: string | undefined;
  readonly 'scripts'?: string | undefined;
  readonly 'files'?: string | undefined;
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Starts the server, and ends it with all that it started when it is asked to stop. */
export async function runStart(options: StartOptions): Promise<void> {
  const {host = '127.0.0.1', demo = false} = options;
  if (demo && !loopback.has(host)) throw new StartError('The demo signs for its sample people, so it may only listen on loopback. Leave out --host.');
  for (const folder of [options.site, options.scripts, options.sample]) demandFolder(folder);
  const organisations = options.organisations === undefined ? undefined : readOrganisations(options.organisations);
  const port = await choosePort(options.port ?? (process.env['PORT'] || '4400'), host);
  const publicUrl = (options['public-url'] ?? `http://localhost:${port}`).replace(/\/$/, '');

  const stop = askedToStop();
  const database = await openDatabase(options);
  try {
    await migrate(database.store);
    // After the database, which says what is wrong with the folder that both are in.
    const files = openFiles(options.files ?? join(options.data ?? '.data', 'files'), process.env);
    const sample = demo ? await createDemo(database.store, publicUrl, files.storage) : undefined;
    if (sample && options.sample !== undefined) await importSample(database.store, options.sample);
    const app = await createApp({
      store: {...database.store, close: () => Promise.resolve()}, publicUrl, openLoopback: demo, files, ...(organisations && {organisations}),
    });
    const pages = createStaticFiles({site: options.site, scripts: options.scripts, publicUrl});
    const serving = await serve(app, {port, host, beside: async request => (await sample?.(request)) ?? pages(request)});
    console.log(`Listening on ${publicUrl}`);
    await stop;
    await app.close();
    await serving.close();
  } finally {
    await database.close();
  }
}

async function importSample(store: Parameters<typeof importStackExchange>[0], folder: string): Promise<void> {
  const report = await importStackExchange(store, folder, {organisation: 'northwind', space: 'history', spaceName: 'History Meta', readers: 'everybody'});
  if (report.added > 0) console.log(`Imported ${report.added} posts from ${folder}.`);
}

function readOrganisations(file: string): OrganisationSettings[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as OrganisationSettings[];
  } catch (error) {
    throw new StartError(`The organisations cannot be read from ${file}: ${(error as Error).message}`);
  }
}

function demandFolder(folder: string | undefined): void {
  if (folder === undefined) return;
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) throw new StartError(`There is no folder ${folder}.`);
}

/** The port, found free before a database is started for it; with 0 any that is. */
function choosePort(text: string, host: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartError(`“${text}” is not a port. Choose a number up to 65535.`);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartError(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`));
      else if (error.code === 'EACCES') reject(new StartError(`Port ${port} may not be used without more rights. Choose another port with --port.`));
      else reject(new StartError(`The server cannot listen on ${host}: ${error.message}.`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
