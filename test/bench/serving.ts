import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {freePort} from '../../packages/dev/src/process/free-port.ts';
import {startPostgres15} from '../../packages/dev/src/process/postgres-15.ts';
import {apiAs, newKey, post, space} from '../support/people.ts';
import {startChild} from './child.ts';
import {measureFanOut} from './fan-out.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import {requestsPerSecond} from './load.ts';

const run = promisify(execFile);
const rounds = 3;
const seconds = 3;
const pgbench = '/usr/lib/postgresql/15/bin/pgbench';
const persons = ['amara', 'joris', 'tomas', 'sanne', 'priya', 'lena', 'kwame', 'noor'];

/** Posts and reads over HTTP beside the database alone, and beside a bare server before it, in turns on one PostgreSQL 15; then the live feed. */
export async function measureServing(): Promise<Figure[]> {
  const cluster = await startPostgres15();
  const port = await freePort();
  const server = await startChild('./server.child.ts', [String(port), cluster.url]);
  try {
    const url = `http://127.0.0.1:${port}`;
    const barePort = await freePort();
    const bare = await startChild('./bare-post.child.ts', [String(barePort), cluster.url]);
    const arms = await armsOf(url, port, barePort, cluster.url);
    const rates = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const name of shuffled(Object.keys(arms))) rates.set(name, [...(rates.get(name) ?? []), await arms[name]!()]);
    }
    await bare.stop();
    const rate = (name: string) => median(rates.get(name)!);
    const besideBare = (writers: number) => figure(
      `create a post, ${writers} writers, beside a bare server that inserts a row for each, those that came together at once`,
      'per second', rate(`create ${writers}`), rate(`bare ${writers}`),
    );
    return [
      figure('create a post, 8 writers, beside pgbench inserting a row', 'per second', rate('create 8'), rate('insert 8'), '≥ 0.5'),
      figure('create a post, 64 writers, beside pgbench inserting a row', 'per second', rate('create 64'), rate('insert 64'), '≥ 1'),
      besideBare(8),
      besideBare(64),
      figure('read a page of 20 posts, 8 readers, beside pgbench selecting them', 'per second', rate('read 8'), rate('select 8'), '≥ 2'),
      ...(await measureFanOut(server, url, port)),
    ];
  } finally {
    await server.stop();
    cluster.stop();
  }
}

async function armsOf(url: string, port: number, barePort: number, database: string): Promise<Record<string, () => Promise<number>>> {
  const tokens = await Promise.all(persons.map(person => accessToken(url, person)));
  const writer = apiAs(url, 'amara');
  for (let number = 0; number < 40; number++) await post(writer, 'read-me', `A post to be read, number ${number}, with **some** words in it.`);

  const {thread} = await writer.call('threads.read', {subject: 'read-me', space, limit: 1});
  const {organisation} = await writer.call('me.read', {});

  const create = (connection: number) => {
    const source = `Something worth saying, ${Math.random()}, in about as many words as a post here has. `.repeat(3);
    const body = JSON.stringify({space, subject: {key: `bench-${connection % 16}`}, source});
    return `POST /v1/posts HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${tokens[connection % tokens.length]}\r\n` +
      `Idempotency-Key: ${newKey()}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const read = () => `GET /v1/thread?limit=20&space=${space}&subject=read-me HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  const insert = await pgbenchOf(database, `create table if not exists bare_post (id bigint generated always as identity primary key, thread bigint, source text)`,
    `\\set thread random(1, 16)\ninsert into bare_post (thread, source) values (:thread, repeat('Something worth saying, in about as many words. ', 5));`);
  const select = await pgbenchOf(database, 'select 1',
    `select p.*, a.name from post p join person a on a.organisation = p.organisation and a.id = p.author
      where p.organisation = '${organisation.id}' and p.thread = '${thread!.id}' order by p.position collate "C" limit 20;`.replaceAll('\n', ' '));
  return {
    'create 8': () => requestsPerSecond(port, 8, seconds, create),
    'create 64': () => requestsPerSecond(port, 64, seconds, create),
    'read 8': () => requestsPerSecond(port, 8, seconds, read),
    'bare 8': () => requestsPerSecond(barePort, 8, seconds, create),
    'bare 64': () => requestsPerSecond(barePort, 64, seconds, create),
    'insert 8': () => insert(8),
    'insert 64': () => insert(64),
    'select 8': () => select(8),
  };
}

export async function accessToken(url: string, person: string): Promise<string> {
  const {token} = (await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string};
  const response = await fetch(`${url}/v1/session`, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({token})});
  return ((await response.json()) as {accessToken: string}).accessToken;
}

/** Runs a statement once, and gives the way to have pgbench run a script with so many clients, in transactions a second. */
async function pgbenchOf(database: string, once: string, script: string): Promise<(clients: number) => Promise<number>> {
  await run('/usr/lib/postgresql/15/bin/psql', [database, '-qc', once]);
  return async clients => {
    const folder = mkdtempSync(join(tmpdir(), 'social-learning-bench-'));
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    try {
      const {stdout} = await run(pgbench, ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', '1', '-T', String(seconds), database]);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  };
}
