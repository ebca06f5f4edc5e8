import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {createId} from '@social-learning/protocol';
import pg from 'pg';
import {fileURLToPath} from 'node:url';
import {run, untilListening, type Started} from './support/command.ts';
import {createDatabase} from './support/database.ts';

const home = mkdtempSync(join(tmpdir(), 'social-learning-command-'));
// Some of the tests of root go on as an ordinary user.
chmodSync(home, 0o755);
const running = new Set<Started>();
const start = (args: readonly string[], options?: Parameters<typeof run>[1]) => {
  const started = run(args, options);
  running.add(started);
  void started.ended.then(() => running.delete(started));
  return started;
};
after(async () => {
  for (const {child} of running) child.kill('SIGTERM');
  await Promise.all([...running].map(({ended}) => ended));
  rmSync(home, {recursive: true, force: true});
});

const newKey = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as {port: number};
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function signIn(url: string, person = 'amara'): Promise<string> {
  const {token} = (await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string};
  const response = await fetch(`${url}/v1/session`, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({token})});
  return ((await response.json()) as {accessToken: string}).accessToken;
}

const post = (url: string, accessToken: string, source: string, key = newKey()) => fetch(`${url}/v1/posts`, {
  method: 'POST', body: JSON.stringify({subject: {key: 'command line'}, source}),
  headers: {'content-type': 'application/json', 'authorization': `Bearer ${accessToken}`, 'idempotency-key': key},
});

/** The posts, as soon as the server can read them: a database whose postmaster was killed may do an act yet, and be gone after it. */
async function sources(url: string): Promise<string[]> {
  for (;;) {
    const response = await fetch(`${url}/v1/thread?subject=command+line&limit=100`);
    if (response.status === 503) {
      await new Promise(resolve => setTimeout(resolve, 100));
      continue;
    }
    assert.equal(response.status, 200);
    return ((await response.json()) as {posts: {items: {id: string}[]}}).posts.items.map(({id}) => id);
  }
}

/** The PostgreSQL of a data folder, where one runs. */
function postmaster(data: string): number | undefined {
  const file = join(data, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

test('a server that is killed, with its database or without, keeps what it acknowledged', {timeout: 120_000}, async () => {
  const data = join(home, 'kill');
  const port = String(await freePort());
  const acknowledged: string[] = [];
  for (const victim of ['server', 'both', 'none'] as const) {
    const server = start(['start', '--demo', '--port', port, '--data', data]);
    const url = await untilListening(server);
    const accessToken = await signIn(url);
    assert.deepEqual(await sources(url), acknowledged);
    for (let index = 0; index < 5; index++) {
      const key = newKey();
      assert.equal((await post(url, accessToken, `${victim} ${index}`, key)).status, 200);
      acknowledged.push(key);
    }
    const pid = postmaster(data)!;
    if (victim === 'none') {
      server.child.kill('SIGINT');
      assert.equal(await server.ended, 0, server.output());
      assert.ok(!isAlive(pid));
    } else {
      if (victim === 'both') process.kill(pid, 'SIGKILL');
      server.child.kill('SIGKILL');
      await server.ended;
    }
  }
});

test('a server whose database is killed says 503 and goes on by itself', {timeout: 60_000}, async () => {
  const data = join(home, 'postgres-dies');
  const server = start(['start', '--demo', '--port', String(await freePort()), '--data', data]);
  const url = await untilListening(server);
  const accessToken = await signIn(url);
  const first = newKey();
  assert.equal((await post(url, accessToken, 'before', first)).status, 200);
  process.kill(postmaster(data)!, 'SIGKILL');
  const second = newKey();
  const statuses: number[] = [];
  for (;;) {
    const response = await post(url, accessToken, 'after', second);
    statuses.push(response.status);
    if (response.status === 200) break;
    assert.equal(response.status, 503, await response.text());
    assert.ok(response.headers.get('retry-after'));
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  assert.deepEqual(await sources(url), [first, second]);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
});

for (const step of ['received', 'before-commit', 'after-commit', 'before-answer'] as const) {
  test(`a server that dies at the step “${step}” has the post once after the second try`, {timeout: 60_000}, async () => {
    const data = join(home, `crash-${step}`);
    const port = String(await freePort());
    const crash = start([data, port, step], {script: fileURLToPath(new URL('support/crash-server.ts', import.meta.url))});
    const key = newKey();
    const doomed = await untilListening(crash);
    const accessToken = await signIn(doomed);
    await assert.rejects(post(doomed, accessToken, 'once', key));
    assert.equal(await crash.ended, 137);
    const server = start(['start', '--demo', '--port', port, '--data', data]);
    const url = await untilListening(server);
    assert.deepEqual(await sources(url), step === 'after-commit' || step === 'before-answer' ? [key] : []);
    assert.equal((await post(url, accessToken, 'once', key)).status, 200);
    assert.deepEqual(await sources(url), [key]);
    server.child.kill('SIGTERM');
    await server.ended;
  });
}

/** What the command says when it cannot start: one sentence, code 1, no stack. */
async function complaint(args: readonly string[], options?: Parameters<typeof run>[1]): Promise<string> {
  const started = start(args, options);
  assert.equal(await started.ended, 1, started.output());
  const output = started.output().trim();
  assert.ok(!/\n\s+at /.test(output), output);
  assert.equal(output.split('\n').length, 1, output);
  return output;
}

test('a taken port is said in one sentence', async () => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as {port: number};
  assert.match(await complaint(['start', '--port', String(port), '--data', join(home, 'port')]), /^Port \d+ is taken/);
  server.close();
});

test('a folder that another server uses is said in one sentence', {timeout: 60_000}, async () => {
  const data = join(home, 'shared');
  const first = start(['start', '--demo', '--port', String(await freePort()), '--data', data]);
  const url = await untilListening(first);
  assert.match(await complaint(['start', '--port', String(await freePort()), '--data', data]), /^Another server is running on the folder/);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  first.child.kill('SIGTERM');
  await first.ended;
});

test('a folder without rights is said in one sentence', async t => {
  const locked = join(home, 'locked');
  writeFileSync(join(home, 'file'), '');
  assert.match(await complaint(['start', '--port', '0', '--data', join(home, 'file')]), /is not a folder|may not be written/);
  assert.match(await complaint(['start', '--port', '0', '--data', '/proc/nothing']), /may not be written|is not a folder|There is no/);
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  // Root may write anywhere, so that the tests of root ask as an ordinary user.
  const options = process.getuid?.() === 0 ? {user: {uid: 65_534, gid: 65_534}} : {};
  const help = start(['--help'], options);
  if ((await help.ended) !== 0) return t.skip(`an ordinary user cannot read the project here: ${help.output()}`);
  assert.match(await complaint(['start', '--port', '0', '--data', join(locked, 'data')], options), /may not be written/);
});

test('root runs the database as an ordinary user where there are no user namespaces', {timeout: 60_000}, async t => {
  if (process.getuid?.() !== 0) return t.skip('needs to be root');
  const data = join(home, 'as-root');
  // Without `unshare` on the path there is no way into a namespace.
  const server = start(['start', '--demo', '--port', '0', '--data', data], {env: {PATH: join(home, 'no-programs')}});
  const url = await untilListening(server).catch((error: unknown) => String(error));
  if (url.includes('an ordinary user may not read it here')) return t.skip('an ordinary user cannot read the project here');
  assert.equal(statSync(join(data, 'postgres')).uid, 65_534);
  const key = newKey();
  assert.equal((await post(url, await signIn(url), 'as somebody else', key)).status, 200);
  assert.deepEqual(await sources(url), [key]);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0, server.output());
});

test('a full disk is said in one sentence', {timeout: 60_000}, async t => {
  const small = join(home, 'small');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small], {stdio: 'ignore'});
  } catch {
    t.skip('no small disk can be made here');
    return;
  }
  try {
    assert.match(await complaint(['start', '--port', '0', '--data', join(small, 'data')]), /^The disk that holds .* is full/);
  } finally {
    execFileSync('umount', [small]);
  }
});

test('a database of a newer version, or one that cannot be reached, is said in one sentence', async () => {
  const {connectionString} = await createDatabase();
  const migrated = start(['migrate', '--database-url', connectionString]);
  assert.equal(await migrated.ended, 0, migrated.output());
  const rebuilt = start(['rebuild', 'points', '--database-url', connectionString]);
  assert.equal(await rebuilt.ended, 0, rebuilt.output());
  assert.match(rebuilt.output(), /The points are made anew\./);
  const client = new pg.Client({connectionString});
  await client.connect();
  await client.query("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '')");
  await client.end();
  assert.match(await complaint(['start', '--port', '0', '--database-url', connectionString]), /^The database was made by a newer version/);
  assert.match(await complaint(['start', '--port', '0', '--database-url', `postgresql://x@127.0.0.1:${await freePort()}/x`]), /does not answer/);
});

test('the demo signs only on loopback, and every mistake on the command line is told', async () => {
  assert.match(await complaint(['start', '--demo', '--host', '0.0.0.0', '--data', join(home, 'demo')]), /only listen on loopback/);
  assert.match(await complaint(['start', '--port', '99999']), /is not a port/);
  assert.match(await complaint(['start', '--site', join(home, 'nowhere')]), /There is no folder/);
  const odd = start(['dance']);
  assert.equal(await odd.ended, 1);
  assert.match(odd.output(), /There is no command “dance”/);
});

test('the demo serves its site and scripts, and nothing outside them', {timeout: 60_000}, async () => {
  const site = join(home, 'site');
  const scripts = join(home, 'scripts');
  mkdirSync(join(scripts, 'chunks'), {recursive: true});
  mkdirSync(site);
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(site, '.hidden'), 'secret');
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Home</title>');
  writeFileSync(join(scripts, 'sl.js'), `// ${'x'.repeat(5_000)}`);
  writeFileSync(join(scripts, 'chunks', 'thread-AbCd1234.js'), 'export {}');
  const server = start(['start', '--demo', '--port', String(await freePort()), '--data', join(home, 'site-data'), '--site', site, '--scripts', scripts]);
  const url = await untilListening(server);
  const page = await fetch(url);
  assert.equal(await page.text(), '<!doctype html><title>Home</title>');
  assert.match(page.headers.get('content-security-policy')!, /default-src 'none'.*require-trusted-types-for 'script'/);
  const script = await fetch(`${url}/sl.js`);
  assert.deepEqual(['access-control-allow-origin', 'cross-origin-resource-policy', 'cache-control', 'content-encoding', 'content-type'].map(name => script.headers.get(name)),
    ['*', 'cross-origin', 'no-cache', 'gzip', 'text/javascript; charset=utf-8']);
  assert.match((await fetch(`${url}/chunks/thread-AbCd1234.js`)).headers.get('cache-control')!, /immutable/);
  for (const path of ['/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/..%5csecret.txt', '/chunks/..%2f..%2fsecret.txt', '/.hidden', '/x%00.html', '/chunks']) {
    const response = await fetch(url + path);
    assert.equal(response.status, 404, path);
    assert.ok(!(await response.text()).includes('secret:'));
  }
  const {people} = (await (await fetch(`${url}/demo/people`)).json()) as {people: {id: string; name: string; title: string}[]};
  assert.equal(people.length, 40);
  assert.equal((await fetch(`${url}/v1/threads?space=questions`)).status, 200);
  const rebound = await fetch(`${url}/demo/people`, {headers: {origin: 'https://evil.example'}});
  assert.equal(rebound.headers.get('access-control-allow-origin'), null);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  // A token is only ever in headers and bodies, so it is never in what is written down.
  assert.ok(!/eyJ/.test(server.output()));
});
