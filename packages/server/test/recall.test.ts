import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {createApp, grantRole, revokeRole} from '@social-learning/server';
import {serve} from '@social-learning/server/node';
import {atTheEnd} from './support/database.ts';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, newKey, publicUrl, type Visitor} from './support/world.ts';

// What was asked before is answered by a shorter way over the wire. It must say nothing else than the long way, which `fetch` goes.
const world = await createWorld();
const {store, standings} = world.app.services;
const red = world.organisations['red']!;
const club = (await store.db.selectFrom('space').select('id').where('organisation', '=', red).where('slug', '=', 'club').executeTakeFirstOrThrow()).id;
const ann = await world.signIn('Ann');
const mo = await world.signIn('Mo', {roles: ['moderator']});
const serving = await serve(world.app, {port: 0});
atTheEnd(() => serving.close());
const wire = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${serving.port}${path}`, {headers});
const bearer = ({accessToken}: Visitor) => ({authorization: `Bearer ${accessToken}`});

/** Headers that the connection adds, and the id of one request. */
const ofTheWay = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

async function read(response: Response) {
  const headers = [...response.headers].filter(([name]) => !ofTheWay.includes(name));
  const body = new Uint8Array(await response.arrayBuffer());
  // What reads by HTTP unpacks by itself.
  const packed = response.headers.get('content-encoding') === 'gzip' && body[0] === 0x1f;
  const text = packed ? await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).text() : new TextDecoder().decode(body);
  return {status: response.status, headers, text: text.replace(/"(?:requestId|serverTime)":"[^"]*"/, '')};
}

/** Asks three times by the wire between two askings of the long way, and gives the answer. */
async function askAlike(path: string, headers: Record<string, string> = {}) {
  const asked = {'accept-encoding': 'identity', ...headers};
  const askLong = async () => read(await world.app.fetch(new Request(publicUrl + path, {headers: asked})));
  for (;;) {
    const long = await askLong();
    const short = [await read(await wire(path, asked)), await read(await wire(path, asked)), await read(await wire(path, asked))];
    // A page that is made again has a new cursor.
    if (!isDeepStrictEqual(await askLong(), long)) continue;
    for (const answer of short) assert.deepEqual(answer, long, path);
    return long;
  }
}

test('who is asked before everything else, is asked for what was answered before, too', async () => {
  const subject = {key: 'recall/gate'};
  await ask(world, ann, {subject, source: 'Open.'});
  let isClosed = false;
  const gated = await serve(world.app, {port: 0, before: () => (isClosed ? new Response('', {status: 503}) : undefined)});
  atTheEnd(() => gated.close());
  const status = async () => (await fetch(`http://127.0.0.1:${gated.port}/v1/thread?${new URLSearchParams({subject: subject.key})}`)).status;
  const open = [await status(), await status()];
  isClosed = true;
  assert.deepEqual([...open, await status()], [200, 200, 503]);
});

test('what is asked again is answered alike, whoever asks and in whatever form', async () => {
  const {thread, post} = await ask(world, ann, {subject: {key: 'alike'}, source: 'Words that are long enough to be packed. '.repeat(40)});
  await ask(world, mo, {subject: {key: 'alike'}, space: 'club'});
  const page = '/v1/thread?subject=alike';
  const {headers, text} = await askAlike(page);
  assert.ok(text.includes(post.id));
  const etag = new Map(headers).get('etag')!;
  assert.equal((await askAlike(page, {'if-none-match': `"other", ${etag}`})).status, 304);
  assert.ok((await askAlike(page, {'accept-encoding': 'gzip'})).headers.some(([name]) => name === 'content-encoding'));
  assert.equal((await askAlike(page, bearer(ann))).text, text);
  assert.ok((await askAlike(page, {origin: 'https://red.example'})).headers.some(([name]) => name === 'access-control-allow-origin'));
  assert.ok(!(await askAlike(page, {origin: 'https://nobody.example'})).headers.some(([name]) => name === 'access-control-allow-origin'));
  assert.notEqual((await askAlike(page, {origin: 'https://blue.example'})).text, text);
  assert.equal((await askAlike(page, {authorization: 'Bearer nonsense'})).status, 401);
  for (const path of [`/v1/posts?thread=${thread.id}`, '/v1/kudos', '/v1/me', '/v1/thread', '/v1/thread?subject=alike&limit=0', '/v1/nothing']) {
    await askAlike(path);
    await askAlike(path, bearer(ann));
  }
});

test('an answer is for those who may see it, also when others had it before', async () => {
  await ask(world, mo, {subject: {key: 'for members'}, space: 'club', source: 'between us'});
  const path = '/v1/thread?subject=for+members&space=club';
  await grantRole(store, red, ann.id, 'learner', club);
  standings.forget(red, ann.id);
  assert.ok((await askAlike(path, bearer(ann))).text.includes('between us'));
  assert.equal((await askAlike(path)).status, 404);
  assert.equal((await askAlike(path, {origin: 'https://blue.example'})).status, 404);
  await revokeRole(store, red, ann.id, 'learner', club);
  standings.forget(red, ann.id);
  assert.equal((await askAlike(path, bearer(ann))).status, 404);

  const zoe = await world.signIn('Zoe');
  assert.equal((await askAlike('/v1/thread?subject=alike', bearer(zoe))).status, 200);
  await store.db.updateTable('person').set({state: 'suspended'}).where('organisation', '=', red).where('id', '=', zoe.id).execute();
  standings.forget(red, zoe.id);
  assert.equal((await askAlike('/v1/thread?subject=alike', bearer(zoe))).status, 403);
});

test('every act shows in the next answer', async () => {
  const subject = {key: 'changing'};
  const {post, thread} = await ask(world, ann, {subject, source: 'first words'});
  const path = '/v1/thread?subject=changing';
  let before = (await askAlike(path)).text;
  const changes: [string, () => Promise<unknown>, RegExp][] = [
    ['a reply', () => world.call('posts.create', {subject, source: 'a reply', parent: post.id}, mo), /a reply/],
    ['an edit', () => world.call('posts.edit', {post: post.id, revision: 1, source: 'second words'}, ann), /second words/],
    ['a reaction', () => world.call('posts.react', {post: post.id, kind: 'thanks', on: true}, mo), /"thanks":1/],
    ['a pin', () => world.call('posts.pin', {post: post.id, on: true}, mo), /"pinned":true/],
    ['a lock', () => world.call('threads.lock', {thread: thread.id, on: true}, mo), /"locked"/],
    ['a removal', () => world.call('posts.remove', {post: post.id}, mo), /"state":"removed"/],
  ];
  for (const [what, act, shown] of changes) {
    await act();
    const {text} = await askAlike(path);
    assert.notEqual(text, before, what);
    assert.match(text, shown, what);
    before = text;
  }
  assert.ok(!before.includes('second words'));
});

test('what another process writes shows, too', async () => {
  const other = await createApp({store: await world.database.open(), publicUrl, rateLimit: null});
  try {
    const {post} = await ask(world, ann, {subject: {key: 'elsewhere'}, source: 'unwise words'});
    const path = '/v1/thread?subject=elsewhere';
    assert.ok((await askAlike(path)).text.includes('unwise'));
    const {topic, cursor} = await world.call('threads.read', {subject: 'elsewhere'});
    const feed = await readFeed(world, [topic], {cursor});
    const removed = await other.fetch(new Request(`${publicUrl}/v1/removals`, {
      method: 'POST', body: JSON.stringify({post: post.id}),
      headers: {'content-type': 'application/json', 'idempotency-key': newKey(), ...bearer(ann)},
    }));
    assert.equal(removed.status, 200, await removed.text());
    // Whoever has heard of it reads it.
    await feed.until(() => feed.changes.some(({verb}) => verb === 'removed'));
    assert.ok(!(await askAlike(path)).text.includes('unwise'));
    await feed.stop();
  } finally {
    await other.close();
  }
});

test('a feed says the same over the wire', async () => {
  const {post} = await ask(world, ann, {subject: {key: 'wire'}});
  const {topic, cursor} = await world.call('threads.read', {subject: 'wire'});
  const overWire = {...world.app, fetch: (request: Request) => fetch(`http://127.0.0.1:${serving.port}${request.url.slice(publicUrl.length)}`, {headers: request.headers})};
  const feeds = await Promise.all([readFeed(world, [topic], {cursor}), readFeed({app: overWire}, [topic], {cursor}), readFeed({app: overWire}, [topic], {cursor})]);
  const sources = Array.from({length: 30}, (_, index) => `Words ${index} and others — ${'ü'.repeat(index)}.`);
  await Promise.all(sources.map((source, index) => world.call('posts.create', {subject: {key: 'wire'}, source, ...(index % 2 === 0 && {parent: post.id})}, ann)));
  for (const feed of feeds) await feed.until(() => feed.changes.filter(({verb}) => verb === 'posted' || verb === 'replied').length >= 45);
  const [inside, ...others] = feeds.map(feed => feed.changes.map(({verb, post: changed}) => [verb, changed?.id]));
  for (const heard of others) assert.deepEqual(heard, inside);
  for (const feed of feeds) await feed.stop();
});
