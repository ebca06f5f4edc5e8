import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {EndpointName, Problem} from '@social-learning/protocol';
import {createApp} from '@social-learning/server';
import {sql} from 'kysely';
import {ask, createWorld, newKey, publicUrl} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const {db} = world.app.services.store;

test('the database writes to the disk before it answers', async () => {
  const {rows: [row]} = await sql`
    select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`.execute(db);
  assert.deepEqual(row, {commit: 'on', fsync: 'on', pages: 'on'});
});

test('the same act fifty times at once, by two processes, happens once and is answered alike', async () => {
  const other = await createApp({store: await world.database.open(), publicUrl, rateLimit: null});
  const {post} = await ask(world, bob, {kind: 'question', title: 'Q', subject: {key: 'fifty'}});
  const {post: answer} = await world.call('posts.create', {subject: {key: 'fifty'}, source: 'answer'}, ann);
  const {kudos: thanks} = await world.call('kudos.give', {post: answer.id, message: 'to be withdrawn'}, bob);
  const moderator = await world.signIn('Mo', {roles: ['moderator']});
  const acts: [EndpointName, string, object, typeof ann][] = [
    ['posts.create', '/v1/posts', {subject: {key: 'fifty'}, source: 'once', parent: post.id}, ann],
    ['posts.create', '/v1/posts', {subject: {key: 'fifty first posts'}, source: 'once'}, ann],
    ['posts.edit', '/v1/edits', {post: answer.id, revision: 1, source: 'edited'}, ann],
    ['posts.react', '/v1/reactions', {post: answer.id, kind: 'thanks', on: true}, bob],
    ['posts.accept', '/v1/acceptances', {post: answer.id, on: true}, bob],
    ['posts.pin', '/v1/pins', {post: answer.id, on: true}, moderator],
    ['kudos.give', '/v1/kudos', {post: answer.id, message: 'once'}, bob],
    ['kudos.withdraw', '/v1/withdrawals', {kudos: thanks.id}, bob],
    ['posts.remove', '/v1/removals', {post: answer.id}, ann],
    ['threads.lock', '/v1/locks', {thread: post.thread, on: true}, moderator],
  ];
  for (const [name, path, input, visitor] of acts) {
    const key = newKey();
    const before = await lines();
    const replies = await Promise.all(Array.from({length: 50}, async (_, index) => {
      const app = index % 2 === 0 ? world.app : other;
      const response = await app.fetch(new Request(publicUrl + path, {
        method: 'POST', body: JSON.stringify(input),
        headers: {'content-type': 'application/json', 'idempotency-key': key, 'authorization': `Bearer ${visitor.accessToken}`},
      }));
      return {status: response.status, text: await response.text()};
    }));
    assert.equal(new Set(replies.map(({text}) => text)).size, 1, `${name}: ${replies.map(({text}) => text.slice(0, 300)).join('\n')}`);
    assert.equal(replies[0]!.status, 200, `${name}: ${replies[0]!.text}`);
    assert.equal(await lines() - before, 1, name);
    const later = await world.raw(name, input as never, visitor, key);
    assert.equal(later.text, replies[0]!.text);
  }
  await other.close();
});

test('a key that comes again with something else is refused, whoever it was', async () => {
  const key = newKey();
  const subject = {key: 'reused'};
  const {post} = await world.call('posts.create', {subject, source: 'one'}, ann, key);
  for (const [name, input, visitor] of [
    ['posts.create', {subject, source: 'two'}, ann], ['posts.create', {subject, source: 'one'}, bob], ['posts.react', {post: post.id, kind: 'thanks', on: true}, ann],
  ] as const) {
    const {code, status} = await world.refusal(name, input, visitor, key);
    assert.deepEqual([code, status], ['idempotency-key-reused', 422]);
  }
  assert.equal((await world.call('threads.read', {subject: 'reused'})).posts.items.length, 1);
});

test('a key that another act of another person used is free for one’s own', async () => {
  const key = newKey();
  const {post} = await ask(world, ann);
  const [first, second] = await Promise.all([ann, bob].map(visitor => world.call('posts.react', {post: post.id, kind: 'thanks', on: true}, visitor, key)));
  assert.ok(first && second);
  assert.deepEqual((await world.call('posts.list', {thread: post.thread})).items[0]?.reactions, {thanks: 2});
});

test('the order of fields does not make another act, and quotes around the key do not matter', async () => {
  const key = newKey();
  const {post} = await ask(world, ann);
  const send = (body: string, header = key) => world.request('POST', '/v1/reactions', {
    visitor: ann, body, headers: {'content-type': 'application/json', 'idempotency-key': header},
  });
  const first = await send(`{"post":"${post.id}","kind":"thanks","on":true}`);
  const second = await send(` {"on":true, "kind":"thanks","post":"${post.id}"}`, `"${key}"`);
  assert.equal(first.text, second.text);
});

test('a refused act leaves nothing, and may be done later with the same key', async () => {
  const key = newKey();
  const moderator = await world.signIn('Mo', {roles: ['moderator']});
  const {thread} = await ask(world, bob);
  const input = {subject: {key: thread.subject.key}, source: 'x'};
  await world.call('threads.lock', {thread: thread.id, on: true}, moderator);
  assert.equal((await world.refusal('posts.create', input, ann, key)).code, 'locked');
  await world.call('threads.lock', {thread: thread.id, on: false}, moderator);
  assert.equal((await world.call('posts.create', input, ann, key)).post.id, key);
});

test('what a kept answer said of a post goes with the post', async () => {
  const key = newKey();
  const input = {subject: {key: 'kept'}, source: 'words to forget'};
  const {post} = await world.call('posts.create', input, ann, key);
  const edit = newKey();
  await world.call('posts.edit', {post: post.id, revision: 1, source: 'other words to forget'}, ann, edit);
  await world.call('posts.remove', {post: post.id}, ann);
  const again = await world.call('posts.create', input, ann, key);
  assert.deepEqual([again.post.state, again.post.content], ['removed', null]);
  assert.equal((await world.call('posts.edit', {post: post.id, revision: 1, source: 'other words to forget'}, ann, edit)).post.state, 'removed');
  const {rows} = await sql`select 1 from intent where answer like '%words to forget%'`.execute(db);
  assert.equal(rows.length, 0);
});

test('posts that arrive together go out together, and one that is refused harms no other', async () => {
  const subject = {key: 'together'};
  const {post} = await ask(world, ann, {subject});
  const before = await lines();
  const replies = await Promise.all(Array.from({length: 60}, (_, index) => world.raw('posts.create', {
    subject: index % 3 === 0 ? subject : {key: `together ${index}`}, source: `${index}`, ...(index % 10 === 7 && {parent: newKey()}),
    ...(index % 3 === 0 && index % 10 !== 7 && {parent: post.id}),
  }, index % 2 === 0 ? ann : bob)));
  const good = replies.filter(({status}) => status === 200).length;
  assert.equal(good, 54);
  assert.ok(replies.filter(({status}) => status !== 200).every(({body}) => (body as Problem).code === 'not-found'));
  assert.equal(await lines() - before, good);
  const {posts: {items: [root]}, thread} = await world.call('threads.read', {subject: 'together'});
  assert.equal(root!.replies, thread!.posts - 1);
});

test('one’s own posts stand in the order in which they were sent', async () => {
  for (let index = 0; index < 10; index++) await world.call('posts.create', {subject: {key: 'order'}, source: `${index}`}, index % 2 ? ann : bob);
  const {posts: {items}} = await world.call('threads.read', {subject: 'order'});
  assert.deepEqual(items.map(({content}) => JSON.stringify(content).match(/"value":"(\d)"/)![1]), [...'0123456789']);
});

test('counts are the number of rows, whatever happened at once', async () => {
  const subject = {key: 'counted'};
  const {post, thread} = await ask(world, ann, {subject});
  const people = await Promise.all(Array.from({length: 8}, (_, index) => world.signIn(`Person ${index}`)));
  await Promise.all(people.flatMap(visitor => Array.from({length: 6}, async (_, index) => {
    await world.call('posts.react', {post: post.id, kind: 'thanks', on: index % 2 === 0}, visitor);
    const {post: reply} = await world.call('posts.create', {subject, source: 'x', parent: post.id}, visitor);
    if (index % 3 === 0) await world.call('posts.remove', {post: reply.id}, visitor);
  })));
  const {rows: [counted]} = await sql<{thanks: string; posts: string; replies: string}>`
    select (select count(*) from reaction where post = ${post.id} and kind = 'thanks')::text as thanks,
      (select count(*) from post where thread = ${thread.id} and state = 'visible')::text as posts,
      (select count(*) from post where parent = ${post.id} and state = 'visible')::text as replies`.execute(db);
  const {thread: now, posts: {items: [root]}} = await world.call('threads.read', {subject: 'counted'});
  assert.deepEqual({thanks: root!.reactions.thanks ?? 0, posts: now!.posts, replies: root!.replies},
    {thanks: Number(counted!.thanks), posts: Number(counted!.posts), replies: Number(counted!.replies)});
});

/** What was done; that people are told of it follows in lines of its own. */
async function lines(): Promise<number> {
  return Number((await sql<{count: string}>`select count(*)::text as count from activity where verb not in ('earned', 'notified')`.execute(db)).rows[0]!.count);
}
