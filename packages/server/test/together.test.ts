import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Output, Problem} from '@social-learning/protocol';
import {parseContent} from '@social-learning/protocol/markdown';
import {createApp, type App} from '@social-learning/server';
import pg from 'pg';
import {parseSource} from '../src/posts/parse-source.ts';
import {atTheEnd} from './support/database.ts';
import {randomOf} from './support/random.ts';
import {ask, createWorld, newKey, publicUrl, type Visitor} from './support/world.ts';

// Posts that arrive together are written together, on the ground of what a process remembers of their threads. Another process
// may have been at them meanwhile.
const world = await createWorld();
const other = await createApp({store: await world.database.open(), publicUrl, rateLimit: null});
atTheEnd(() => other.close());
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const mo = await world.signIn('Mo', {roles: ['moderator']});

async function send(app: App, path: string, input: object, visitor: Visitor, key = newKey()): Promise<{status: number; text: string}> {
  const response = await app.fetch(new Request(publicUrl + path, {
    method: 'POST', body: JSON.stringify(input),
    headers: {'content-type': 'application/json', 'idempotency-key': key, 'authorization': `Bearer ${visitor.accessToken}`},
  }));
  return {status: response.status, text: await response.text()};
}

async function create(app: App, input: object, visitor = ann, key = newKey()): Promise<Output<'posts.create'>> {
  const {status, text} = await send(app, '/v1/posts', input, visitor, key);
  assert.equal(status, 200, text);
  return JSON.parse(text) as Output<'posts.create'>;
}

test('two processes that write in the same threads lose nothing and give each post a place of its own', async () => {
  const keys = ['busy', 'busier', 'busiest'];
  const roots = await Promise.all(keys.map(async key => (await ask(world, ann, {subject: {key}})).post));
  await Promise.all(Array.from({length: 90}, (_, index) => create(index % 2 === 0 ? world.app : other, {
    subject: {key: keys[index % 3]!}, source: `${index}`, ...(index % 4 === 0 && {parent: roots[index % 3]!.id}),
  }, index % 5 === 0 ? ann : bob)));
  for (const [index, key] of keys.entries()) {
    const {thread, posts: {items}} = await world.call('threads.read', {subject: key, limit: 100});
    assert.equal(items.length, 31);
    assert.equal(thread!.posts, 31);
    assert.equal(new Set(items.map(({position}) => position)).size, 31);
    const root = items.find(({id}) => id === roots[index]!.id)!;
    assert.equal(root.replies, items.filter(({parent}) => parent === root.id).length);
  }
});

test('what another process did to a thread counts for the next post', async () => {
  const subject = {key: 'remembered'};
  const {thread, post} = await ask(world, ann, {subject});
  await create(world.app, {subject, source: 'now it is remembered'});
  assert.equal((await send(other, '/v1/locks', {thread: thread.id, on: true}, mo)).status, 200);
  const refused = await send(world.app, '/v1/posts', {subject, source: 'too late'}, ann);
  assert.equal((JSON.parse(refused.text) as Problem).code, 'locked');
  assert.equal((await send(other, '/v1/locks', {thread: thread.id, on: false}, mo)).status, 200);
  assert.equal((await create(world.app, {subject, source: 'open again'})).thread.posts, 3);

  await create(other, {subject, source: 'by the other one'});
  assert.equal((await send(other, '/v1/removals', {post: post.id}, ann)).status, 200);
  assert.equal((await send(world.app, '/v1/posts', {subject, source: 'to nobody', parent: post.id}, bob)).status, 410);
  const {thread: now} = await create(world.app, {subject, source: 'last'});
  const {posts: {items}} = await world.call('threads.read', {subject: 'remembered'});
  const visible = items.filter(({state}) => state === 'visible');
  assert.deepEqual([now.posts, visible.length], [4, 4]);
});

test('what comes again, and what is refused, leaves the posts beside it be', async () => {
  const subject = {key: 'mixed'};
  const key = newKey();
  const first = await send(world.app, '/v1/posts', {subject, source: 'said once'}, ann, key);
  const replies = await Promise.all(Array.from({length: 40}, (_, index) => {
    if (index % 5 === 0) return send(world.app, '/v1/posts', {subject, source: 'said once'}, ann, key);
    if (index % 5 === 1) return send(world.app, '/v1/posts', {subject, source: 'said otherwise'}, ann, key);
    if (index % 5 === 2) return send(world.app, '/v1/posts', {subject, source: 'to nobody', parent: newKey()}, bob);
    return send(world.app, '/v1/posts', {subject, source: `new ${index}`}, bob);
  }));
  for (const [index, {status, text}] of replies.entries()) {
    assert.equal(status, [200, 422, 404, 200, 200][index % 5], text);
    if (index % 5 === 0) assert.equal(text, first.text);
  }
  assert.equal((await world.call('threads.read', {subject: 'mixed'})).thread!.posts, 17);
});

test('what was done is answered as it was, also where it would be refused by now', async () => {
  const subject = {key: 'closed'};
  const {thread, post} = await ask(world, ann, {subject});
  const input = {subject, source: 'in time', parent: post.id};
  const key = newKey();
  const first = await send(world.app, '/v1/posts', input, bob, key);
  assert.equal(first.status, 200, first.text);
  await world.call('threads.lock', {thread: thread.id, on: true}, mo);
  await world.call('posts.remove', {post: post.id}, mo);
  for (const app of [world.app, other]) assert.deepEqual(await send(app, '/v1/posts', input, bob, key), first);
  assert.equal((await send(world.app, '/v1/posts', {subject, source: 'too late'}, bob)).status, 403);
});

test('an id that another took is refused in the middle of others', async () => {
  const subject = {key: 'taken'};
  const {post} = await ask(world, ann, {subject});
  const replies = await Promise.all(Array.from({length: 9}, (_, index) =>
    send(world.app, '/v1/posts', {subject, source: `${index}`}, bob, index === 4 ? post.id : newKey())));
  assert.deepEqual(replies.map(({status}) => status), replies.map((_, index) => (index === 4 ? 422 : 200)));
});

test('many posts at once earn no more than posts one by one', async () => {
  const eve = await world.signIn('Eve');
  const fay = await world.signIn('Fay');
  const subject = {key: 'points'};
  await ask(world, ann, {subject});
  await Promise.all(Array.from({length: 12}, (_, index) => world.call('posts.create', {subject, source: `${index}`}, eve)));
  for (let index = 0; index < 12; index++) {
    await world.call('posts.create', {subject, source: `${index}`}, fay);
    if (index % 3 === 0) await world.app.settled();
  }
  await world.app.settled();
  const earned = async (visitor: Visitor) => {
    const {points, entries: {items}} = await world.call('points.list', {}, visitor);
    return {points, lines: items.map(({activity, points: each}) => [activity, each])};
  };
  const [together, apart] = [await earned(eve), await earned(fay)];
  assert.deepEqual(together, apart);
  assert.equal(together.points, 15);
});

test('what a post says is what the contract’s parser makes of it, however plain it looks', async () => {
  const random = randomOf(41);
  const atoms = [
    'word', 'É', '中', 'א', '1', '12. ', '1)', '-', '--', '---', '+', '=', '===', '|', '|-|', '#', '>', ':', ':-:', '$', '%', '^', '!', '(', ')', '"', '’', '.', ',', ';',
    '?', '/', '//', 'http', 'https:', 'www', ' www ', 'ftp://x.example', 'mailto:', ' ', '  ', '    ', '\n', '\n\n', '\n \n', '\u00a0', '\u2028', '😀', ':smile:',
    'a.b', '\u200b', 'www.x.example', 'https://x.example', 'hTTp://x.example', '[x]', '*', '_', '&amp;', '<b>', 'a@b.example', '`', '~', '\\', '\t',
  ];
  const sources = Array.from({length: 400}, () => `Words ${Array.from({length: 1 + Math.floor(random() * 7)}, () => atoms[Math.floor(random() * atoms.length)]).join('')}`);
  await Promise.all(sources.map(async source => {
    const {post} = await create(world.app, {subject: {key: `parsed ${random()}`}, source});
    assert.equal(JSON.stringify(post.content), JSON.stringify(parseContent(source)), JSON.stringify(source));
  }));
});

test('a post that is nothing but space takes no longer to understand than the parser needs', () => {
  for (const gap of [' ', '\n', ' \n']) {
    const source = `a${gap.repeat(19_998 / gap.length)}b`;
    const taken = (parse: (source: string) => unknown) => Math.min(...Array.from({length: 3}, () => {
      const before = performance.now();
      parse(source);
      return performance.now() - before;
    }));
    const [ours, usual] = [taken(parseSource), taken(parseContent)];
    assert.ok(ours < 3 * usual, `${JSON.stringify(gap)}: ${ours} ms, and the parser ${usual} ms`);
  }
});

test('a reply that is refused waits for nobody at the post that it names, and neither do the posts beside it', async () => {
  const subject = {key: 'beside'};
  await ask(world, ann, {subject});
  const {post: elsewhere} = await ask(world, ann);
  const holder = new pg.Client({connectionString: world.database.connectionString});
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from post where id = $1 for update', [elsewhere.id]);
    const replies = Promise.all([
      create(world.app, {subject, source: 'first'}),
      send(world.app, '/v1/posts', {subject, source: 'astray', parent: elsewhere.id}, bob),
      create(world.app, {subject, source: 'beside'}),
    ]);
    const waited = await Promise.race([replies.then(() => false), new Promise(resolve => setTimeout(resolve, 3_000, true))]);
    assert.ok(!waited);
    assert.equal((await replies)[1].status, 404);
  } finally {
    await holder.end();
  }
});
