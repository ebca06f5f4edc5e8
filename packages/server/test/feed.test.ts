import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {createApp, grantRole, revokeRole} from '@social-learning/server';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, newKey, publicUrl} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');

test('a page that reads a thread and listens hears all that follows, once and in order', async () => {
  const subject = {key: 'live'};
  const {topic, cursor} = await world.call('threads.read', {subject: 'live'});
  const feed = await readFeed(world, [topic], {cursor});
  const {post} = await world.call('posts.create', {subject, source: 'one'}, ann);
  const {post: reply} = await world.call('posts.create', {subject, source: 'two', parent: post.id}, bob);
  await world.call('posts.react', {post: post.id, kind: 'thanks', on: true}, bob);
  await world.call('posts.remove', {post: reply.id}, bob);
  await feed.until(() => feed.changes.some(({verb}) => verb === 'removed'));
  assert.equal(feed.events[0]?.type, 'ready');
  const verbs = feed.events.flatMap((event, index) => event.type === 'change' && event.cursor !== feed.events[index - 1]?.cursor ? [event.change.verb] : []);
  assert.deepEqual(verbs, ['posted', 'replied', 'reacted', 'removed']);
  const {posts, thread} = await world.call('threads.read', {subject: 'live'});
  const last = new Map(feed.changes.flatMap(change => (change.post ? [[change.post.id, change.post]] : [])));
  assert.deepEqual(last.get(post.id), posts.items[0]);
  assert.equal(last.get(reply.id)?.state, 'removed');
  assert.deepEqual(feed.changes.at(-1)?.thread, thread);
  await feed.stop();
});

test('what a removed post said is in no replay', async () => {
  const {topic, cursor} = await world.call('threads.read', {subject: 'regret'});
  const {post} = await world.call('posts.create', {subject: {key: 'regret'}, source: 'unwise words'}, ann);
  await world.call('posts.remove', {post: post.id}, ann);
  const feed = await readFeed(world, [topic], {cursor});
  await feed.until(() => feed.changes.length >= 2);
  assert.ok(!feed.text().includes('unwise'));
  await feed.stop();
});

test('a page that comes back gets what it missed and nothing twice', async () => {
  const subject = {key: 'missed'};
  const {topic, cursor} = await world.call('threads.read', {subject: 'missed'});
  const first = await readFeed(world, [topic], {cursor});
  await world.call('posts.create', {subject, source: '1'}, ann);
  await first.until(() => first.changes.length === 1);
  await first.stop();
  const missed: string[] = [];
  for (let index = 0; index < 5; index++) missed.push((await world.call('posts.create', {subject, source: `${index}`}, ann)).post.id);
  const second = await readFeed(world, [topic], {lastEventId: first.cursor()});
  const {post} = await world.call('posts.create', {subject, source: 'last'}, ann);
  await second.until(() => second.changes.some(change => change.post?.id === post.id));
  assert.deepEqual(second.changes.map(change => change.post?.id), [...missed, post.id]);
  await second.stop();
  const several = await readFeed(world, [topic], {cursor: `${second.cursor()},${first.cursor()}`});
  await several.until(() => several.changes.length === 6);
  await several.stop();
});

test('a reader misses nothing and hears nothing twice while many write at once', async () => {
  const subject = {key: 'busy'};
  const {topic, cursor} = await world.call('threads.read', {subject: 'busy'});
  const other = await createApp({store: await world.database.open(), publicUrl, rateLimit: null});
  try {
    const feed = await readFeed(world, [topic], {cursor});
    const write = async (visitor: typeof ann, count: number) => {
      for (let index = 0; index < count; index++) {
        const app = index % 2 === 0 ? world.app : other;
        const response = await app.fetch(new Request(`${publicUrl}/v1/posts`, {
          method: 'POST', body: JSON.stringify({subject, source: `${index}`}),
          headers: {'content-type': 'application/json', 'idempotency-key': newKey(), 'authorization': `Bearer ${visitor.accessToken}`},
        }));
        assert.equal(response.status, 200, await response.text());
      }
    };
    await Promise.all([ann, bob, ann, bob, ann, bob].map(visitor => write(visitor, 20)));
    await feed.until(() => feed.changes.length >= 120);
    const ids = feed.changes.map(({post}) => post!.id);
    assert.equal(new Set(ids).size, 120);
    assert.equal(ids.length, 120);
    const {posts: {items}} = await world.call('threads.read', {subject: 'busy', limit: 100});
    assert.ok(items.every(({id}) => ids.includes(id)));
    await feed.stop();
    // From every cursor on the way, the rest and only the rest.
    const cursors = feed.events.map(event => event.cursor);
    for (const at of [1, 40, 119]) {
      const resumed = await readFeed(world, [topic], {cursor: cursors[at]!});
      await resumed.until(() => resumed.changes.length >= 120 - at);
      assert.deepEqual(resumed.changes.map(({post}) => post!.id), ids.slice(at));
      await resumed.stop();
    }
  } finally {
    await other.close();
  }
});

test('one that drew its number first and commits last is told, where a plain sequence would pass it over', async () => {
  const {services: {store: {db}, epoch}} = world.app;
  const {post, thread} = await ask(world, ann, {subject: {key: 'slow'}});
  // Followers hold the log back, too, while they write.
  await world.app.settled();
  const {topic, cursor} = await world.call('threads.read', {subject: 'slow'});
  const feed = await readFeed(world, [topic], {cursor});
  const red = world.organisations['red']!;
  const line = (number: string) => sql<{seq: string}>`
    insert into activity (organisation, epoch, tx, verb, topic, thread, post, object_type, object, at)
    values (${red}, ${epoch.number}, pg_current_xact_id()::text::bigint, ${number}, ${topic}, ${thread.id}, ${post.id}, 'post', ${post.id}, now())
    returning seq::text as seq`;
  const plain: string[] = [];
  const readPlain = async () => {
    const {rows} = await sql<{seq: string}>`
      select seq::text as seq from activity where topic = ${topic} and verb in ('edited', 'reacted') and seq > ${plain.at(-1) ?? '0'}::bigint order by seq`.execute(db);
    plain.push(...rows.map(({seq}) => seq));
  };

  let slow = '';
  let fast = '';
  await db.transaction().execute(async trx => {
    slow = (await line('edited').execute(trx)).rows[0]!.seq;
    fast = (await line('reacted').execute(db)).rows[0]!.seq;
    await readPlain();
    world.app.services.committed([]);
    assert.equal(feed.changes.length, 0);
  });
  world.app.services.committed([]);
  await readPlain();
  await feed.until(() => feed.changes.length === 2);
  assert.deepEqual(feed.changes.map(({verb}) => verb), ['edited', 'reacted']);
  assert.ok(BigInt(slow) < BigInt(fast));
  // The control: a cursor that is a plain number never sees the slow one.
  assert.deepEqual(plain, [fast]);
  await feed.stop();
});

test('a cursor that is tampered with, of another log or of another organisation begins anew with a reset', async () => {
  const {topic, cursor} = await world.call('threads.read', {subject: 'live'});
  const [place, seal] = cursor.split('.');
  const foreign = await foreignCursor();
  const otherEnd = cursor.endsWith('x') ? 'y' : 'x';
  for (const bad of [cursor.slice(0, -1) + otherEnd, `x${place}.${seal}`, 'nonsense', foreign]) {
    const feed = await readFeed(world, [topic], {cursor: bad});
    await feed.until(events => events.length >= 2);
    assert.deepEqual(feed.events.map(({type}) => type), ['ready', 'reset']);
    const {post} = await world.call('posts.create', {subject: {key: 'live'}, source: 'after the reset'}, ann);
    await feed.until(() => feed.changes.some(change => change.post?.id === post.id));
    await feed.stop();
  }
});

async function foreignCursor(): Promise<string> {
  const visitor = await world.signIn('Bea', {organisation: 'blue'});
  return (await world.call('threads.read', {subject: 'live'}, visitor)).cursor;
}

test('after the database was restored elsewhere an old cursor begins anew', async () => {
  const {topic, cursor} = await world.call('threads.read', {subject: 'live'});
  const {db} = world.app.services.store;
  const {rows: [before]} = await sql<{cluster: string}>`select cluster from log_epoch where number = ${world.app.services.epoch.number}`.execute(db);
  await sql`update log_epoch set cluster = 'another'`.execute(db);
  const restored = await createApp({store: await world.database.open(), publicUrl});
  try {
    assert.ok(restored.services.epoch.number > world.app.services.epoch.number);
    const feed = await readFeed({app: restored}, [topic], {cursor});
    await feed.until(events => events.length >= 2);
    assert.equal(feed.events[1]?.type, 'reset');
    await feed.stop();
  } finally {
    await restored.close();
    await sql`delete from log_epoch where number > ${world.app.services.epoch.number}`.execute(db);
    await sql`update log_epoch set cluster = ${before!.cluster}`.execute(db);
  }
});

test('topics of other organisations, of closed spaces, made up or too many are refused', async () => {
  const bea = await world.signIn('Bea', {organisation: 'blue'});
  const {topic: blue} = await world.call('threads.read', {subject: 'x'}, bea);
  const {topic: inside} = await world.call('threads.read', {subject: 'x', space: 'inside'}, ann);
  const {topic: open} = await world.call('threads.read', {subject: 'x'});
  const status = async (topics: string, visitor?: typeof ann) => (await world.request('GET', `/v1/feed?topics=${topics}`, {visitor})).status;
  assert.equal(await status(blue), 404);
  assert.equal(await status(inside), 404);
  assert.equal(await status(open.slice(0, -1) + (open.endsWith('x') ? 'y' : 'x')), 404);
  assert.equal(await status('x'), 404);
  assert.equal(await status(''), 422);
  assert.equal(await status(Array.from({length: 101}, (_, index) => `t${index}`).join(',')), 422);
});

test('a topic that one may not read silences none of the others', async () => {
  const bea = await world.signIn('Bea', {organisation: 'blue'});
  const {topic: blue} = await world.call('threads.read', {subject: 'live'}, bea);
  const {topic: inside} = await world.call('threads.read', {subject: 'live', space: 'inside'}, ann);
  const {topic: open} = await world.call('threads.read', {subject: 'live'});
  const feed = await readFeed(world, [blue, inside, open, 'made-up']);
  await world.call('posts.create', {subject: {key: 'live'}, source: 'in blue'}, bea);
  await world.call('posts.create', {subject: {key: 'live'}, space: 'inside', source: 'inside'}, ann);
  const {post} = await world.call('posts.create', {subject: {key: 'live'}, source: 'in the open'}, ann);
  await feed.until(() => feed.changes.length > 0);
  assert.deepEqual(feed.changes.map(change => change.post?.id), [post.id]);
  await feed.stop();
});

test('the stream is not kept by caches nor gathered by proxies', async () => {
  const {topic} = await world.call('threads.read', {subject: 'x'});
  const response = await world.app.fetch(new Request(`${publicUrl}/v1/feed?topics=${topic}`));
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('x-accel-buffering'), 'no');
  assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
  await response.body!.cancel();
});

test('a line break in a post forges no event', async () => {
  const {topic, cursor} = await world.call('threads.read', {subject: 'forged'});
  const feed = await readFeed(world, [topic], {cursor});
  await world.call('posts.create', {subject: {key: 'forged'}, source: 'a\n\nid: 1\nevent: reset\ndata: {}\n\n\r\ndata: x'}, ann);
  await feed.until(() => feed.changes.length === 1);
  assert.deepEqual(feed.events.map(({type}) => type), ['ready', 'change']);
  await feed.stop();
});

test('a member who is taken out of a space hears no more of it', async () => {
  const red = world.organisations['red']!;
  const {store} = world.app.services;
  const {rows: [club]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'club'`.execute(store.db);
  const cleo = await world.signIn('Cleo');
  await grantRole(store, red, cleo.id, 'learner', club!.id);
  world.app.services.standings.forget(red, cleo.id);
  const {topic} = await world.call('threads.read', {subject: 'x', space: 'club'}, cleo);
  const feed = await readFeed(world, [topic], {visitor: cleo});
  await feed.until(events => events.length === 1);
  await revokeRole(store, red, cleo.id, 'learner', club!.id);
  await feed.ended;
  assert.equal((await world.refusal('threads.read', {subject: 'x', space: 'club'}, cleo)).code, 'not-found');
});

test('one person has so many streams and no more', async () => {
  const small = await createWorld({streams: {perPerson: 2}});
  const visitor = await small.signIn('Ann');
  const {topic} = await small.call('threads.read', {subject: 'x'}, visitor);
  const first = await readFeed(small, [topic], {visitor});
  await readFeed(small, [topic], {visitor});
  assert.equal((await small.request('GET', `/v1/feed?topics=${topic}`, {visitor})).status, 429);
  await first.stop();
  const third = await readFeed(small, [topic], {visitor});
  await third.stop();
});

test('who missed more than can be told is sent to read anew, and hears what follows', async () => {
  const {post, thread} = await ask(world, ann, {subject: {key: 'long gone'}});
  const {topic, cursor} = await world.call('threads.read', {subject: 'long gone'});
  const {services: {store: {db}, epoch}} = world.app;
  const present = await readFeed(world, [topic], {cursor});
  await sql`
    insert into activity (organisation, epoch, tx, verb, topic, thread, post, object_type, object, at)
    select ${world.organisations['red']!}::uuid, ${epoch.number}::integer, pg_current_xact_id()::text::bigint, 'edited', ${topic}, ${thread.id}::uuid, ${post.id}::uuid, 'post', ${post.id}::uuid, now()
    from generate_series(1, 2001)`.execute(db);
  await present.until(() => present.changes.length === 2_001);
  await present.stop();
  const feed = await readFeed(world, [topic], {cursor});
  await feed.until(events => events.some(({type}) => type === 'reset'));
  const {post: next} = await world.call('posts.create', {subject: {key: 'long gone'}, source: 'still here'}, ann);
  await feed.until(() => feed.changes.some(change => change.post?.id === next.id));
  assert.deepEqual(feed.events.map(({type}) => type), ['ready', 'reset', 'change']);
  await feed.stop();
});

test('the stream ends with the token that it was opened with', async () => {
  let time = Date.now();
  const other = await createApp({store: await world.database.open(), publicUrl, now: () => time});
  try {
    const {topic} = await world.call('threads.read', {subject: 'live'});
    const [signedIn, guest] = [await readFeed({app: other}, [topic], {visitor: ann}), await readFeed({app: other}, [topic])];
    time += 15 * 60_000 + 1_000;
    await signedIn.ended;
    const {post} = await world.call('posts.create', {subject: {key: 'live'}, source: 'after the token'}, bob);
    await guest.until(() => guest.changes.some(change => change.post?.id === post.id));
    assert.ok(!signedIn.text().includes('after the token'));
    await guest.stop();
  } finally {
    await other.close();
  }
});

test('who does not read what is sent is let go, and misses nothing by coming back', async () => {
  const subject = {key: 'slow reader'};
  await world.call('posts.create', {subject, source: 'first'}, ann);
  const {topic, cursor} = await world.call('threads.read', {subject: 'slow reader'});
  const unread = await world.app.fetch(new Request(`${publicUrl}/v1/feed?${new URLSearchParams({topics: topic, cursor})}`));
  const quick = await readFeed(world, [topic], {cursor});
  const posts: string[] = [];
  for (let number = 0; number < 80; number++) {
    posts.push((await world.call('posts.create', {subject, source: `${number} ${'long words '.repeat(1_500)}`}, ann)).post.id);
  }
  await quick.until(() => quick.changes.length >= posts.length);
  // A stream that had not been ended would never be read to its end.
  const text = await unread.text();
  assert.ok(text.length < 2 * 1024 * 1024, `${text.length} bytes were kept for it`);
  const last = [...text.matchAll(/^id: (.+)$/gm)].at(-1)![1]!;
  const back = await readFeed(world, [topic], {cursor: last});
  await back.until(() => back.changes.some(({post}) => post?.id === posts.at(-1)));
  const heard = new Set([...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => (JSON.parse(data!) as {post?: {id: string}}).post?.id));
  assert.ok(heard.size < posts.length);
  for (const {post} of back.changes) heard.add(post?.id);
  assert.deepEqual(posts.filter(id => !heard.has(id)), []);
  await Promise.all([quick.stop(), back.stop()]);
});
