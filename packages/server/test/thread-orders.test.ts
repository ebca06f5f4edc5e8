import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limits, type Output, type Post, type PostOrder} from '@social-learning/protocol';
import {createWorld} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const moderator = await world.signIn('Mo', {roles: ['moderator']});

let count = 0;

/** A conversation with some posts that nobody replies to, and their texts in the order of reading. */
async function talk(...texts: readonly string[]): Promise<{readonly subject: {key: string}; readonly thread: string; readonly posts: Post[]}> {
  const subject = {key: `orders/${++count}`};
  const posts: Post[] = [];
  for (const source of texts) posts.push((await world.call('posts.create', {subject, source}, ann)).post);
  return {subject, thread: posts[0]!.thread, posts};
}

/** What a list says in an order, read page by page. */
async function read(thread: string, order: PostOrder, limit = 100): Promise<string[]> {
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Output<'posts.list'> = await world.call('posts.list', {thread, limit, ...(cursor === null ? {order} : {cursor})});
    texts.push(...page.items.map(textOf));
    cursor = page.after;
  } while (cursor !== null);
  return texts;
}

function textOf({content}: Post): string {
  const [paragraph] = content!.children;
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return text?.type === 'text' ? text.value : '';
}

test('roots come oldest, newest, most helpful or unanswered first, each with its replies below, in pages of any length', async () => {
  const {subject, thread, posts: [a, b]} = await talk('a', 'b', 'c', 'd');
  await world.call('posts.create', {subject, parent: a!.id, source: 'a1'}, bob);
  await world.call('posts.create', {subject, parent: a!.id, source: 'a2'}, bob);
  await world.call('posts.react', {post: b!.id, kind: 'thanks', on: true}, ann);
  await world.call('posts.react', {post: b!.id, kind: 'insightful', on: true}, bob);
  await world.call('posts.react', {post: a!.id, kind: 'thanks', on: true}, bob);
  const expected: Record<PostOrder, string[]> = {
    oldest: ['a', 'a1', 'a2', 'b', 'c', 'd'],
    newest: ['d', 'c', 'b', 'a', 'a1', 'a2'],
    helpful: ['b', 'a', 'a1', 'a2', 'c', 'd'],
    unanswered: ['b', 'c', 'd', 'a', 'a1', 'a2'],
  };
  for (const [order, texts] of Object.entries(expected) as [PostOrder, string[]][]) {
    for (const limit of [1, 2, 100]) assert.deepEqual(await read(thread, order, limit), texts, `${order} by ${limit}`);
    const {posts} = await world.call('threads.read', {subject: subject.key, order});
    assert.deepEqual(posts.items.map(textOf), texts);
  }
});

test('the question stays first in every order, and what was accepted is the most helpful', async () => {
  const subject = {key: 'orders/question'};
  const {post: question} = await world.call('posts.create', {subject, kind: 'question', title: 'How?', source: 'q'}, ann);
  const answers = [];
  for (const source of ['x', 'y', 'z']) answers.push((await world.call('posts.create', {subject, source}, bob)).post);
  await world.call('posts.react', {post: answers[1]!.id, kind: 'thanks', on: true}, ann);
  await world.call('posts.accept', {post: answers[2]!.id, on: true}, ann);
  assert.deepEqual(await read(question.thread, 'newest'), ['q', 'z', 'y', 'x']);
  assert.deepEqual(await read(question.thread, 'helpful'), ['q', 'z', 'y', 'x']);
  assert.deepEqual(await read(question.thread, 'unanswered'), ['q', 'x', 'y', 'z']);
});

test('a page holds the first replies of a post, says how many are left, and leads to them', async () => {
  const {subject, thread, posts: [a]} = await talk('a', 'b');
  const amount = limits.firstReplies + 25;
  for (let number = 1; number <= amount; number++) await world.call('posts.create', {subject, parent: a!.id, source: `r${number}`}, bob);
  const page = await world.call('posts.list', {thread, order: 'oldest'});
  assert.deepEqual(page.items.map(textOf), ['a', ...Array.from({length: limits.firstReplies}, (_, index) => `r${index + 1}`), 'b']);
  assert.equal(page.rest?.length, 1);
  assert.equal(page.rest[0]!.post, a!.id);
  assert.equal(page.rest[0]!.replies, 25);
  const {items: [last]} = await world.call('posts.list', {thread, from: 'end', limit: 2});
  assert.equal(page.rest[0]!.latest, last!.createdAt);
  const next = await world.call('posts.list', {thread, cursor: page.rest[0]!.after, limit: 20});
  const end = await world.call('posts.list', {thread, cursor: next.after!, limit: 20});
  assert.deepEqual([...next.items, ...end.items].map(textOf), Array.from({length: 25}, (_, index) => `r${limits.firstReplies + index + 1}`));
  assert.equal(end.after, null);
  const other = await talk('other');
  assert.equal((await world.refusal('posts.list', {thread: other.thread, cursor: page.rest[0]!.after})).code, 'cursor-invalid');
});

test('a moderator pins posts, three at most, and what is hidden or removed is pinned no longer', async () => {
  const {subject, thread, posts} = await talk('a', 'b', 'c', 'd');
  const ids = posts.map(({id}) => id);
  assert.equal((await world.refusal('posts.pin', {post: ids[0]!, on: true}, ann)).code, 'forbidden');
  for (const post of ids.slice(1)) await world.call('posts.pin', {post, on: true}, moderator);
  const refusal = await world.refusal('posts.pin', {post: ids[0]!, on: true}, moderator);
  assert.equal(refusal.code, 'invalid');
  assert.equal(refusal.limit, limits.pins);
  const pinned = async () => (await world.call('posts.list', {thread, only: 'pinned'})).items.map(textOf);
  assert.deepEqual(await pinned(), ['b', 'c', 'd']);
  assert.equal((await world.call('threads.read', {subject: subject.key})).thread?.pinned, 3);
  const {post, thread: now} = await world.call('posts.pin', {post: ids[2]!, on: false}, moderator);
  assert.deepEqual([post.pinned, now.pinned], [undefined, 2]);
  await world.call('posts.remove', {post: ids[3]!}, ann);
  assert.deepEqual(await pinned(), ['b']);
  assert.equal((await world.call('threads.read', {subject: subject.key})).thread?.pinned, 1);
});

test('how somebody did it has steps, and counts who has tried it', async () => {
  const subject = {key: 'orders/how-to'};
  const refusal = await world.refusal('posts.create', {subject, form: 'how-to', source: 'Just do it.'}, ann);
  assert.deepEqual([refusal.code, refusal.field], ['invalid', '/source']);
  const {post} = await world.call('posts.create', {subject, form: 'how-to', source: '1. Hold the button\n2. Count to ten'}, ann);
  assert.deepEqual([post.form, post.tried], ['how-to', 0]);
  const {post: plain} = await world.call('posts.create', {subject, source: 'No steps.'}, ann);
  assert.equal((await world.refusal('posts.create', {subject, form: 'tried', parent: plain.id, source: 'Tried.'}, bob)).code, 'invalid');
  assert.equal((await world.refusal('posts.create', {subject, form: 'tried', source: 'Tried.'}, bob)).code, 'invalid');
  const {post: tried} = await world.call('posts.create', {subject, form: 'tried', parent: post.id, source: 'It beeped at eight.'}, bob);
  assert.equal(tried.form, 'tried');
  await world.call('posts.create', {subject, parent: post.id, source: 'A question about it.'}, bob);
  const shown = async () => (await world.call('posts.list', {thread: post.thread})).items.find(({id}) => id === post.id)!;
  assert.deepEqual([(await shown()).tried, (await shown()).replies], [1, 2]);
  await world.call('posts.remove', {post: tried.id}, bob);
  assert.equal((await shown()).tried, 0);
});
