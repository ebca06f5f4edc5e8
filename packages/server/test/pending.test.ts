import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Id, Input} from '@social-learning/protocol';
import {readFeed} from './support/feed-reader.ts';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld({}, {
  spaces: [
    {slug: 'open', name: 'Open'},
    {slug: 'careful', name: 'Careful', moderation: 'everything-first'},
    {slug: 'welcoming', name: 'Welcoming', moderation: 'newcomers-first', newcomerPosts: 2},
  ],
});
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const mo = await world.signIn('Mo', {roles: ['moderator']});

const say = (subject: string, visitor: Visitor, input: Partial<Input<'posts.create'>> = {}, key = newKey()) =>
  world.call('posts.create', {space: 'careful', subject: {key: subject}, source: 'waiting words', ...input}, visitor, key);
const decide = (post: Id, action: Input<'cases.decide'>['action'], revision = 0) =>
  world.call('cases.decide', {target: {type: 'post', id: post}, revision, action, reason: 'Because.'}, mo);
const read = (subject: string, visitor?: Visitor, space = 'careful') => world.call('threads.read', {subject, space}, visitor);

test('a post that waits is seen by its author and moderators alone, and by everybody once it is approved', async () => {
  const subject = 'first of all';
  const {topic, cursor} = await read(subject, bob);
  const [author, moderator, stranger, guest] = await Promise.all([ann, mo, bob, undefined].map(visitor =>
    readFeed(world, [topic], {cursor, ...(visitor && {visitor})})));
  const page = await world.request('GET', `/v1/thread?space=careful&subject=first+of+all`);
  const key = newKey();
  const made = await say(subject, ann, {kind: 'question', title: 'A waiting title?', subject: {key: subject, title: 'A waiting page'}}, key);
  assert.deepEqual([made.status, made.post.state, made.thread.title, made.thread.posts, made.thread.question], ['pending', 'pending', 'A waiting title?', 0, null]);
  assert.deepEqual(await say(subject, ann, {kind: 'question', title: 'A waiting title?', subject: {key: subject, title: 'A waiting page'}}, key), made);
  for (const feed of [author!, moderator!]) {
    await feed.until(() => feed.changes.some(({post}) => post?.id === key && post.state === 'pending' && post.content !== null));
  }

  for (const visitor of [bob, undefined]) {
    const looks = await Promise.all([
      world.raw('threads.read', {subject, space: 'careful'}, visitor), world.raw('threads.read', {subject, space: 'careful', around: key}, visitor),
      world.raw('posts.list', {thread: made.thread.id}, visitor), world.raw('posts.list', {thread: made.thread.id, around: key}, visitor),
      world.raw('threads.list', {space: 'careful'}, visitor), world.raw('mine.read', {thread: made.thread.id}, visitor),
      world.raw('mine.read', {subject, space: 'careful'}, visitor), world.raw('sources.read', {post: key}, visitor),
      world.raw('posts.react', {post: key, kind: 'thanks', on: true}, visitor), world.raw('posts.edit', {post: key, revision: 1, source: 'x'}, visitor),
      world.raw('posts.remove', {post: key}, visitor), world.raw('reports.create', {target: {type: 'post', id: key}, note: ''}, visitor),
      world.raw('posts.create', {space: 'careful', subject: {key: subject}, parent: key, source: 'x'}, visitor),
      world.request('GET', `/v1/thread?space=careful&subject=first+of+all`, {visitor, headers: {'if-none-match': page.headers.get('etag')!}}),
    ]);
    for (const [index, {status, text}] of looks.entries()) {
      assert.ok(!/waiting/.test(text), `${index}: ${text}`);
      if (index > 6 && index < 13) assert.ok(status === 404 || (visitor === undefined && status === 401), `${index}: ${status}`);
    }
  }
  assert.equal((await read(subject, bob)).thread, null);

  const {posts, thread} = await world.call('mine.read', {subject, space: 'careful'}, ann);
  assert.deepEqual([posts?.map(({id, state}) => [id, state]), thread?.title], [[[key, 'pending']], 'A waiting title?']);
  assert.equal((await world.call('mine.read', {subject, space: 'careful'}, mo)).posts?.[0]?.id, key);
  const {cases: {items}} = await world.call('cases.list', {space: 'careful'}, mo);
  assert.deepEqual(items.filter(({target}) => target.id === key).map(({waiting, reports}) => [waiting, reports.length]), [[true, 0]]);

  const {case: decided} = await decide(key, 'approve');
  assert.deepEqual([decided.state, decided.waiting, decided.decision?.action], ['decided', false, 'approve']);
  for (const feed of [author!, moderator!, stranger!, guest!]) {
    await feed.until(() => feed.changes.some(({verb, post}) => verb === 'asked' && post?.id === key && post.state === 'visible'));
  }
  for (const feed of [stranger!, guest!]) {
    assert.deepEqual(feed.changes.map(({verb}) => verb), ['asked']);
    await feed.stop();
  }
  const shown = await read(subject);
  assert.deepEqual([shown.thread?.title, shown.thread?.subject.title, shown.thread?.question, shown.thread?.posts, shown.posts.items.length],
    ['A waiting title?', 'A waiting page', key, 1, 1]);
  await Promise.all([author!.stop(), moderator!.stop()]);
  // What was missed is told once more, and as it is now.
  const late = await readFeed(world, [topic], {cursor});
  await late.until(() => late.changes.some(({post}) => post?.id === key));
  assert.ok(late.changes.every(({post}) => post?.state === 'visible'));
  await late.stop();
});

test('a reply that waits counts for nothing until it is approved', async () => {
  const subject = 'replies';
  const {post: root, thread} = await say(subject, mo, {source: 'from a moderator'});
  assert.equal(root.state, 'visible');
  const {post: reply} = await say(subject, ann, {parent: root.id});
  assert.equal((await read(subject)).posts.items[0]?.replies, 0);
  assert.equal((await read(subject)).thread?.version, thread.version);
  await decide(reply.id, 'approve');
  const {posts, thread: after} = await read(subject);
  assert.deepEqual(posts.items.map(({id, replies}) => [id, replies]), [[root.id, 1], [reply.id, 0]]);
  assert.equal(after?.posts, 2);
});

test('what is turned down tells its author why, and nobody else that it was', async () => {
  const subject = 'turned down';
  const {topic, cursor} = await read(subject);
  const feed = await readFeed(world, [topic], {cursor, visitor: bob});
  const {post, thread} = await say(subject, ann);
  await decide(post.id, 'remove');
  const {notices} = await world.call('mine.read', {thread: thread.id}, ann);
  assert.deepEqual(notices?.map(({target, action, reason}) => [target.id, action, reason]), [[post.id, 'remove', 'Because.']]);
  const {post: next} = await say(subject, mo, {source: 'something else'});
  await feed.until(() => feed.changes.some(change => change.post?.id === next.id));
  assert.ok(feed.changes.every(change => change.post === undefined || change.post.id === next.id));
  assert.ok(!feed.text().includes(post.id));
  await feed.stop();
  const {thread: shown} = await read(subject);
  assert.deepEqual([shown?.id, shown?.posts], [thread.id, 1]);
});

test('whoever is seen first begins the conversation, and what waits for it keeps its words', async () => {
  const subject = 'two beginnings';
  const {post: waiting} = await say(subject, ann, {kind: 'question', title: 'The first question?'});
  const {post: shown, thread} = await say(subject, mo, {kind: 'question', title: 'The second question?'});
  assert.deepEqual([thread.title, thread.question], ['The second question?', shown.id]);
  await decide(waiting.id, 'approve');
  const {posts, thread: after} = await read(subject);
  assert.deepEqual([after?.title, after?.question, posts.items.length], ['The second question?', shown.id, 2]);
});

test('the author of a post that waits may edit it and take it back', async () => {
  const subject = 'second thoughts';
  const {topic, cursor} = await read(subject);
  const feed = await readFeed(world, [topic], {cursor, visitor: bob});
  const {post} = await say(subject, ann);
  const {post: edited} = await world.call('posts.edit', {post: post.id, revision: 1, source: 'better waiting words'}, ann);
  assert.deepEqual([edited.state, edited.revision], ['pending', 2]);
  assert.equal((await world.call('sources.read', {post: post.id}, ann)).source, 'better waiting words');
  await world.call('posts.remove', {post: post.id}, ann);
  const {cases: {items}} = await world.call('cases.list', {space: 'careful'}, mo);
  assert.ok(!items.some(({target}) => target.id === post.id));
  const {post: next} = await say(subject, mo);
  await feed.until(() => feed.changes.some(change => change.post?.id === next.id));
  assert.ok(!feed.text().includes(post.id), 'nobody else hears that there was something');
  await feed.stop();
});

test('what was approved and says something else now waits again', async () => {
  const subject = 'changed afterwards';
  const {post} = await say(subject, ann, {source: 'harmless'});
  await decide(post.id, 'approve');
  const {post: answer} = await say(subject, mo, {parent: post.id, source: 'an answer'});
  const {topic, cursor} = await read(subject);
  const feed = await readFeed(world, [topic], {cursor, visitor: bob});
  await world.call('posts.edit', {post: post.id, revision: 1, source: 'harmful waiting words'}, ann);
  await feed.until(() => feed.changes.some(change => change.post?.id === post.id && change.post.content === null));
  const {posts} = await read(subject);
  assert.deepEqual(posts.items.map(({id, state}) => [id, state]), [[post.id, 'hidden'], [answer.id, 'visible']]);
  assert.ok(!feed.text().includes('harmful'));
  await feed.stop();
  await decide(post.id, 'approve', 1);
  assert.equal((await read(subject)).posts.items[0]?.state, 'visible');
});

test('the first posts of a newcomer wait, and those of people who are known do not', async () => {
  const nora = await world.signIn('Nora');
  const post = (visitor: Visitor) => say('welcome', visitor, {space: 'welcoming'});
  const first = await post(nora);
  const second = await post(nora);
  const third = await post(nora);
  assert.deepEqual([first, second, third].map(({status}) => status), ['pending', 'pending', 'pending']);
  await decide(first.post.id, 'approve');
  await decide(second.post.id, 'remove');
  assert.equal((await post(nora)).status, 'pending');
  await decide(third.post.id, 'approve');
  assert.equal((await post(nora)).status, 'published');
  assert.equal((await say('welcome', nora)).status, 'pending', 'another space knows nothing of it');
  const tess = await world.signIn('Tess', {roles: ['mentor']});
  assert.equal((await post(tess)).status, 'published');
  assert.equal((await say('welcome', tess)).status, 'pending');
});

test('a newcomer who posts many at once gets none of them past the moderators', async () => {
  const zoe = await world.signIn('Zoe');
  const made = await Promise.all(Array.from({length: 20}, () => say('flood', zoe, {space: 'welcoming'})));
  assert.ok(made.every(({status}) => status === 'pending'));
  assert.equal((await read('flood', bob, 'welcoming')).thread, null);
  const approved = await Promise.all(made.map(({post}) => decide(post.id, 'approve')));
  assert.equal(approved.length, 20);
  const {thread, posts} = await read('flood', bob, 'welcoming');
  assert.deepEqual([thread?.posts, posts.items.length], [20, 20]);
});
