import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';
import {createApp, grantRole} from '@social-learning/server';
import {readFeed} from './support/feed-reader.ts';
import {createWorld, newKey, publicUrl} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');

test('C13: a place in the feed that another person left opens only what one may read oneself', async () => {
  const organisation = world.organisations['red']!;
  const home = await world.app.services.directory.byId(organisation);
  await grantRole(world.app.services.store, organisation, bob.id, 'learner', home!.spaces.find(({slug}) => slug === 'club')!.id);
  world.app.services.standings.forget(organisation, bob.id);
  const club = await world.call('threads.read', {subject: 'plans', space: 'club'}, bob);
  const open = await world.call('threads.read', {subject: 'plans'}, bob);
  await world.call('posts.create', {subject: {key: 'plans'}, space: 'club', source: 'among members'}, bob);
  const {post} = await world.call('posts.create', {subject: {key: 'plans'}, source: 'for all'}, bob);

  await assert.rejects(readFeed(world, [club.topic], {cursor: club.cursor, visitor: ann}), /404/);
  const feed = await readFeed(world, [open.topic, club.topic], {cursor: club.cursor, visitor: ann});
  await feed.until(() => feed.changes.some(change => change.post?.id === post.id));
  assert.deepEqual(feed.changes.map(change => change.post?.id), [post.id]);
  assert.ok(!feed.text().includes('among members'));
  await feed.stop();
});

test('C13: what is kept to be sent as one person is another act when another sends it', async () => {
  const key = newKey();
  const subject = {key: 'outbox'};
  const first = await world.call('posts.create', {subject, source: 'of Bob'}, bob, key);
  const problem = await world.refusal('posts.create', {subject, source: 'of Bob'}, ann, key);
  assert.equal(problem.code, 'idempotency-key-reused');
  assert.ok(!JSON.stringify(problem).includes('of Bob'));
  const {posts} = await world.call('threads.read', {subject: 'outbox'});
  assert.deepEqual(posts.items.map(({id, author}) => [id, author?.id]), [[first.post.id, bob.id]]);
});

test('C14: a token is in no answer, no log and no report of a fault, however a request goes wrong', async t => {
  const written: string[] = [];
  const write = (...values: unknown[]) => written.push(values.map(value => inspect(value, {depth: 10})).join(' '));
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) t.mock.method(console, method, write);
  const app = await createApp({store: await world.database.open(), publicUrl, onFault: write});

  const hostToken = await world.host('red').sign({sub: 'Ann', name: 'Ann'});
  const secrets = [hostToken, hostToken.split('.')[2]!, ann.accessToken, ann.accessToken.split('.')[2]!];
  const answers: string[] = [];
  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: string) => {
    const response = await app.fetch(new Request(publicUrl + path, {method, headers, ...(body !== undefined && {body})}));
    answers.push(`${JSON.stringify([...response.headers])}\n${path.startsWith('/v1/feed') && response.ok ? '' : await response.text()}`);
    await response.body?.cancel().catch(() => undefined);
    return response.status;
  };
  const json = {'content-type': 'application/json'};
  const signed = {authorization: `Bearer ${ann.accessToken}`};
  const wrongKind = {authorization: `Bearer ${hostToken}`};

  assert.equal(await ask('GET', '/v1/me', wrongKind), 401);
  assert.equal(await ask('GET', '/v1/me', {authorization: `Bearer ${ann.accessToken}=`}), 401);
  assert.equal(await ask('GET', '/v1/me', {authorization: `Basic ${ann.accessToken}`}), 401);
  assert.equal(await ask('GET', `/v1/me?access_token=${ann.accessToken}`), 422);
  assert.equal(await ask('GET', `/v1/feed?topics=x&token=${ann.accessToken}`), 422);
  assert.equal(await ask('GET', `/v1/feed?topics=${ann.accessToken}`, signed), 404);
  assert.equal(await ask('GET', `/${ann.accessToken}`, signed), 404);
  assert.equal(await ask('GET', `/v1/thread?subject=x&cursor=${ann.accessToken}`, signed), 422);
  assert.equal(await ask('POST', '/v1/session', json, JSON.stringify({token: ann.accessToken})), 401);
  assert.equal(await ask('POST', '/v1/session', json, `{"token": "${hostToken}"`), 400);
  assert.equal(await ask('POST', '/v1/session', json, JSON.stringify({token: [hostToken]})), 422);
  assert.equal(await ask('POST', '/v1/session', json, JSON.stringify({[hostToken]: 1})), 422);
  assert.equal(await ask('POST', '/v1/posts', {...json, ...signed, 'idempotency-key': hostToken}, '{}'), 422);
  assert.equal(await ask('GET', '/v1/me', signed), 200);

  // The same with the database taken away: what is reported then names the fault and not who met it.
  await app.services.store.close();
  for (const headers of [signed, wrongKind]) assert.ok((await ask('GET', '/v1/thread?subject=x', headers)) >= 401);
  assert.ok((await ask('POST', '/v1/session', json, JSON.stringify({token: hostToken}))) >= 500);
  assert.ok(written.length > 0, 'a fault was reported');

  for (const secret of secrets) {
    assert.deepEqual(answers.filter(answer => answer.includes(secret)), []);
    assert.deepEqual(written.filter(line => line.includes(secret)), []);
  }
  await app.close().catch(() => undefined);
});
