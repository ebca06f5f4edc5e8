import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, createWorld, newKey} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');

test('a first post makes the thread of its subject, and a second joins it', async () => {
  const subject = {key: 'course/day-1', title: 'Day 1', url: 'https://red.example/course'};
  const first = await world.call('posts.create', {subject, source: '**Hello**'}, ann);
  const second = await world.call('posts.create', {subject: {key: 'course/day-1'}, source: 'Hi Ann'}, bob);
  assert.equal(second.thread.id, first.thread.id);
  const {thread, posts} = await world.call('threads.read', {subject: 'course/day-1'});
  assert.deepEqual(thread, second.thread);
  assert.deepEqual(posts.items, [first.post, second.post]);
  assert.deepEqual(thread?.subject, subject);
  assert.equal(posts.items[0]?.author?.name, 'Ann');
});

test('a subject nobody wrote on has no thread, and may be listened to', async () => {
  const {thread, posts, topic, cursor} = await world.call('threads.read', {subject: 'nothing here'});
  assert.equal(thread, null);
  assert.deepEqual(posts, {items: [], before: null, after: null});
  assert.ok(topic && cursor);
});

test('two first posts at once agree on one thread', async () => {
  const both = await Promise.all([ann, bob].map(visitor => ask(world, visitor, {subject: {key: 'at once'}})));
  assert.equal(both[0]!.thread.id, both[1]!.thread.id);
  const {thread} = await world.call('threads.read', {subject: 'at once'});
  assert.equal(thread?.posts, 2);
});

test('replies come in the order of reading, depth first', async () => {
  const {post: a, thread} = await ask(world, ann, {source: 'a'});
  const subject = {key: thread.subject.key};
  const say = async (source: string, parent?: string) => (await world.call('posts.create', {subject, source, ...(parent && {parent})}, bob)).post.id;
  const b = await say('b');
  const a1 = await say('a1', a.id);
  const b1 = await say('b1', b);
  const a11 = await say('a11', a1);
  const a2 = await say('a2', a.id);
  const {items} = await world.call('posts.list', {thread: thread.id});
  assert.deepEqual(items.map(({id}) => id), [a.id, a1, a11, a2, b, b1]);
  assert.deepEqual(items.map(({depth}) => depth), [0, 1, 2, 1, 0, 1]);
  assert.deepEqual(items.map(({replies}) => replies), [2, 1, 0, 0, 1, 0]);
  assert.deepEqual(items.map(({position}) => position).toSorted(), items.map(({position}) => position));
});

test('a reply at the hundredth level is the last', async () => {
  const {post, thread} = await ask(world, ann);
  let parent = post.id;
  const subject = {key: thread.subject.key};
  for (let depth = 1; depth <= 100; depth++) parent = (await world.call('posts.create', {subject, source: `${depth}`, parent}, ann)).post.id;
  const {code, limit} = await world.refusal('posts.create', {subject, source: '101', parent}, ann);
  assert.deepEqual({code, limit}, {code: 'too-deep', limit: 100});
  const {items} = await world.call('posts.list', {thread: thread.id, from: 'end', limit: 1});
  assert.equal(items[0]?.depth, 100);
});

test('a thread is paged from either end, around a post, and there and back', async () => {
  const subject = {key: 'long'};
  const ids: string[] = [];
  for (let index = 0; index < 25; index++) ids.push((await world.call('posts.create', {subject, source: `${index}`}, ann)).post.id);
  const {thread, posts: first} = await world.call('threads.read', {subject: 'long', limit: 10});
  assert.deepEqual(first.items.map(({id}) => id), ids.slice(0, 10));
  assert.equal(first.before, null);
  const list = (input: object) => world.call('posts.list', {thread: thread!.id, ...input});
  const second = await list({cursor: first.after, limit: 10});
  assert.deepEqual(second.items.map(({id}) => id), ids.slice(10, 20));
  const third = await list({cursor: second.after, limit: 10});
  assert.deepEqual(third.items.map(({id}) => id), ids.slice(20));
  assert.equal(third.after, null);
  const back = await list({cursor: third.before, limit: 10});
  assert.deepEqual(back.items, second.items);
  assert.equal((await list({cursor: second.before, limit: 10})).before, null);
  const end = await list({from: 'end', limit: 10});
  assert.deepEqual(end.items.map(({id}) => id), ids.slice(15));
  assert.equal(end.after, null);
  const around = await world.call('threads.read', {subject: 'long', around: ids[12]!, limit: 5});
  assert.deepEqual(around.posts.items.map(({id}) => id), ids.slice(10, 15));
  assert.ok(around.posts.before && around.posts.after);
  assert.deepEqual((await list({around: ids[0], limit: 1})).items.map(({id}) => id), [ids[0]]);
  assert.equal((await list({})).items.length, 20);
  assert.equal((await list({limit: 999_999_999})).items.length, 25);
});

test('a cursor that was tampered with, or is of another list, is refused', async () => {
  const {posts: {after}, thread} = await world.call('threads.read', {subject: 'long', limit: 5});
  const other = await ask(world, ann);
  for (const [id, cursor] of [[thread!.id, after!.slice(0, -1) + (after!.endsWith('x') ? 'y' : 'x')], [other.thread.id, after!], [thread!.id, 'a~b.c'], [thread!.id, '.']] as const) {
    assert.equal((await world.refusal('posts.list', {thread: id, cursor})).code, 'cursor-invalid');
  }
  assert.equal((await world.refusal('threads.list', {cursor: after!})).code, 'cursor-invalid');
});

test('threads are listed by their last activity, paged there and back, and by kind', async () => {
  const space = 'inside';
  const keys: string[] = [];
  for (let index = 0; index < 5; index++) {
    const kind = index % 2 === 0 ? 'question' : 'discussion';
    keys.unshift((await ask(world, ann, {space, kind, title: `T${index}`})).thread.subject.key);
  }
  const read = (input: object) => world.call('threads.list', {space, ...input}, ann);
  const names = (page: {items: {subject: {key: string}}[]}) => page.items.map(({subject}) => subject.key);
  assert.deepEqual(names(await read({})), keys);
  const first = await read({limit: 2});
  const second = await read({limit: 2, cursor: first.after});
  const third = await read({limit: 2, cursor: second.after});
  assert.deepEqual([...names(first), ...names(second), ...names(third)], keys);
  assert.equal(third.after, null);
  assert.deepEqual(names(await read({limit: 2, cursor: third.before})), names(second));
  assert.equal((await read({limit: 2, cursor: second.before})).before, null);
  assert.equal((await read({kind: 'question'})).items.length, 3);
});

test('a question has its post, answers that can be accepted, and says that it is answered', async () => {
  assert.equal((await world.refusal('posts.create', {subject: {key: 'q'}, kind: 'question', source: 'Why?'}, ann)).field, '/title');
  const {post: question, thread} = await ask(world, ann, {subject: {key: 'q'}, kind: 'question', title: 'Why?'});
  assert.equal(thread.question, question.id);
  const subject = {key: 'q'};
  const answer = await world.call('posts.create', {subject, source: 'Because.'}, bob);
  const comment = await world.call('posts.create', {subject, source: 'Really?', parent: answer.post.id}, ann);
  for (const post of [question.id, comment.post.id]) {
    assert.equal((await world.refusal('posts.accept', {post, on: true}, ann)).field, '/post');
  }
  assert.equal((await world.refusal('posts.accept', {post: answer.post.id, on: true}, bob)).code, 'forbidden');
  const accepted = await world.call('posts.accept', {post: answer.post.id, on: true}, ann);
  assert.ok(accepted.post.accepted && accepted.thread.answered);
  const again = await world.call('posts.accept', {post: answer.post.id, on: true}, ann);
  assert.deepEqual(again, accepted);
  const undone = await world.call('posts.accept', {post: answer.post.id, on: false}, ann);
  assert.ok(!undone.post.accepted && !undone.thread.answered);
  await world.call('posts.accept', {post: answer.post.id, on: true}, ann);
  await world.call('posts.remove', {post: answer.post.id}, bob);
  assert.equal((await world.call('threads.read', {subject: 'q'})).thread?.answered, false);
});

test('an edit names the revision it was based on', async () => {
  const {post} = await ask(world, ann, {source: 'one'});
  const {post: edited} = await world.call('posts.edit', {post: post.id, revision: 1, source: '_two_'}, ann);
  assert.equal(edited.revision, 2);
  assert.ok(edited.version > post.version && edited.editedAt);
  const problem = await world.refusal('posts.edit', {post: post.id, revision: 1, source: 'three'}, ann);
  assert.deepEqual([problem.code, problem.revision], ['revision-conflict', 2]);
  assert.deepEqual(await world.call('sources.read', {post: post.id}, ann), {post: post.id, revision: 2, source: '_two_'});
  assert.equal((await world.refusal('sources.read', {post: post.id}, bob)).code, 'forbidden');
  assert.equal((await world.refusal('sources.read', {post: post.id})).code, 'unauthenticated');
});

test('a removed post keeps its place while it has replies, and leaves with the last of them', async () => {
  const {post: root, thread} = await ask(world, ann, {source: 'secret words'});
  const subject = {key: thread.subject.key};
  const {post: child} = await world.call('posts.create', {subject, source: 'child', parent: root.id}, bob);
  const {post: grandchild} = await world.call('posts.create', {subject, source: 'grandchild', parent: child.id}, ann);
  await world.call('posts.react', {post: root.id, kind: 'thanks', on: true}, bob);
  const ids = async () => (await world.call('posts.list', {thread: thread.id})).items.map(({id}) => id);

  const {post: removed} = await world.call('posts.remove', {post: root.id}, ann);
  assert.deepEqual([removed.state, removed.content, removed.author, removed.reactions], ['removed', null, null, {}]);
  await world.call('posts.remove', {post: child.id}, bob);
  assert.deepEqual(await ids(), [root.id, child.id, grandchild.id]);
  for (const act of [
    world.refusal('posts.remove', {post: root.id}, ann), world.refusal('posts.edit', {post: root.id, revision: 1, source: 'x'}, ann),
    world.refusal('posts.react', {post: root.id, kind: 'thanks', on: true}, bob), world.refusal('sources.read', {post: root.id}, ann),
    world.refusal('posts.create', {subject, source: 'x', parent: root.id}, ann),
  ]) assert.equal((await act).code, 'gone');
  await world.call('posts.remove', {post: grandchild.id}, ann);
  assert.deepEqual(await ids(), []);
  assert.equal((await world.call('threads.read', {subject: subject.key})).thread?.posts, 0);
  const {rows} = await sourceOf(root.id);
  assert.deepEqual(rows, [{source: null, content: null, kept: '0'}]);
});

test('reactions are counted once for each person, and taken back', async () => {
  const {post, thread} = await ask(world, ann);
  await Promise.all(Array.from({length: 50}, () => world.call('posts.react', {post: post.id, kind: 'thanks', on: true}, ann)));
  const {post: after} = await world.call('posts.react', {post: post.id, kind: 'insightful', on: true}, bob);
  assert.deepEqual(after.reactions, {thanks: 1, insightful: 1});
  assert.deepEqual(await world.call('mine.read', {thread: thread.id}, ann), {reactions: [{post: post.id, kind: 'thanks'}]});
  assert.deepEqual(await world.call('mine.read', {thread: thread.id}), {reactions: []});
  const {post: last} = await world.call('posts.react', {post: post.id, kind: 'thanks', on: false}, ann);
  assert.deepEqual(last.reactions, {insightful: 1});
});

test('a locked thread takes nothing but what a moderator does', async () => {
  const moderator = await world.signIn('Mo', {roles: ['moderator']});
  const {post, thread} = await ask(world, ann);
  const subject = {key: thread.subject.key};
  assert.equal((await world.refusal('threads.lock', {thread: thread.id, on: true}, ann)).code, 'forbidden');
  const {thread: locked} = await world.call('threads.lock', {thread: thread.id, on: true}, moderator);
  assert.equal(locked.state, 'locked');
  for (const act of [
    world.refusal('posts.create', {subject, source: 'x'}, ann), world.refusal('posts.edit', {post: post.id, revision: 1, source: 'x'}, ann),
    world.refusal('posts.remove', {post: post.id}, ann), world.refusal('posts.react', {post: post.id, kind: 'thanks', on: true}, ann),
  ]) assert.equal((await act).code, 'locked');
  await world.call('posts.create', {subject, source: 'closed, because …'}, moderator);
  await world.call('threads.lock', {thread: thread.id, on: false}, moderator);
  await world.call('posts.create', {subject, source: 'x'}, ann);
});

test('what is not there is not found', async () => {
  for (const problem of await Promise.all([
    world.refusal('posts.list', {thread: newKey()}), world.refusal('posts.react', {post: newKey(), kind: 'thanks', on: true}, ann),
    world.refusal('threads.read', {subject: 'x', space: 'no-such-space'}), world.refusal('threads.lock', {thread: newKey(), on: true}, ann),
    world.refusal('posts.create', {subject: {key: 'long'}, source: 'x', parent: newKey()}, ann),
    world.refusal('posts.create', {subject: {key: 'never seen'}, source: 'x', parent: newKey()}, ann),
    world.refusal('threads.read', {subject: 'long', around: newKey()}), world.refusal('mine.read', {thread: newKey()}, ann),
  ])) assert.equal(problem.code, 'not-found');
});

function sourceOf(id: string) {
  const {db} = world.app.services.store;
  return db.executeQuery<{source: string | null; content: unknown; kept: string}>({
    sql: `select source, content, (select count(*)::text from intent where answer like '%secret words%') as kept from post where id = $1`,
    parameters: [id], query: {kind: 'RawNode'} as never, queryId: {queryId: 'test'},
  });
}
