import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Problem} from '@social-learning/protocol';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld();
const [ann, bob, cas] = await Promise.all(['Ann', 'Bob', 'Cas'].map(name => world.signIn(name))) as [Visitor, Visitor, Visitor];
const bea = await world.signIn('Bea', {organisation: 'blue'});

const mention = ({id, name}: Visitor) => `[@${name}](person:${id})`;
const subject = () => ({key: `mentions ${newKey()}`});
const kinds = async (visitor: Visitor) => {
  await world.app.settled();
  return (await world.call('notifications.list', {}, visitor)).notifications.items.map(({kind, from}) => `${kind} of ${from?.name}`);
};

test('who is mentioned is told, once and for the best of reasons, and nobody of their own words', async () => {
  const here = subject();
  const {post} = await world.call('posts.create', {subject: here, source: `Ask ${mention(bob)}, or ${mention(bob)}. I am ${mention(ann)}.`}, ann);
  assert.deepEqual(await kinds(bob), ['mention of Ann']);
  assert.deepEqual(await kinds(ann), []);
  await world.call('posts.create', {subject: here, parent: post.id, source: `${mention(ann)}, with ${mention(cas)}`}, bob);
  assert.deepEqual(await kinds(ann), ['reply of Bob']);
  assert.deepEqual(await kinds(cas), ['mention of Bob']);
});

test('an edit tells those who were not mentioned before', async () => {
  const {post} = await world.call('posts.create', {subject: subject(), source: mention(bob)}, ann);
  const before = (await kinds(bob)).length;
  await world.call('posts.edit', {post: post.id, revision: 1, source: `${mention(bob)} and ${mention(cas)}`}, ann);
  assert.equal((await kinds(bob)).length, before);
  assert.equal((await kinds(cas))[0], 'mention of Ann');
});

test('A4: of who is not here, or may not read the space, only the words stay', async () => {
  const outside = await world.signIn('Outside');
  const {post} = await world.call('posts.create', {subject: subject(), source: `${mention(bea)} [@Nobody](person:${newKey()}) [@x](person:not-an-id) ${mention(bob)}`}, ann);
  const text = JSON.stringify(post.content);
  assert.ok(text.includes('@Bea') && text.includes('@Nobody') && text.includes(`person:${bob.id}`));
  assert.ok(!text.includes(bea.id) && !text.includes('not-an-id'));
  assert.deepEqual((await world.call('notifications.list', {}, bea)).notifications.items, []);
  const admin = await world.signIn('Admin', {roles: ['admin']});
  const inside = await world.call('posts.create', {space: 'club', subject: subject(), source: mention(outside)}, admin);
  assert.ok(!JSON.stringify(inside.post.content).includes(outside.id));
  assert.deepEqual(await kinds(outside), []);
});

test('G4: too many mentions are refused with the field and the limit, and a thousand in one breath are none', async () => {
  const source = Array.from({length: 60}, () => `[@x](person:${newKey()})`).join('\n\n');
  const {status, body} = await world.raw('posts.create', {subject: subject(), source}, ann);
  const {code, field, limit} = body as Problem;
  assert.deepEqual([status, code, field, limit], [422, 'invalid', '/source', 50]);
  const before = (await kinds(bob)).length;
  await world.call('posts.create', {subject: subject(), source: mention(bob).repeat(400).slice(0, 19_000)}, ann);
  assert.equal((await kinds(bob)).length, before);
});

test('who waits for approval tells nobody until then', async () => {
  const careful = await createWorld({}, {spaces: [{slug: 'open', name: 'Open', moderation: 'everything-first'}]});
  const [dee, eve] = [await careful.signIn('Dee'), await careful.signIn('Eve')];
  const moderator = await careful.signIn('Moderator', {roles: ['moderator']});
  const {post} = await careful.call('posts.create', {subject: subject(), source: mention(eve)}, dee);
  const told = async () => {
    await careful.app.settled();
    return (await careful.call('notifications.list', {}, eve)).notifications.items.map(({kind}) => kind);
  };
  assert.deepEqual(await told(), []);
  await careful.call('cases.decide', {target: {type: 'post', id: post.id}, revision: 0, action: 'approve'}, moderator);
  assert.deepEqual(await told(), ['mention']);
});

test('who follows a conversation is told of its news in one line, until they follow it no longer', async () => {
  const [fay, gus] = [await world.signIn('Fay'), await world.signIn('Gus')];
  const here = subject();
  const {thread} = await world.call('posts.create', {subject: here, source: 'Begin'}, gus);
  assert.equal((await world.call('mine.read', {thread: thread.id}, fay)).following, undefined);
  for (const again of [1, 2]) assert.deepEqual(await world.call('threads.follow', {thread: thread.id, on: true}, fay), {following: true}, `${again}`);
  assert.equal((await world.call('mine.read', {thread: thread.id}, fay)).following, true);
  for (const source of ['one', 'two', 'three']) await world.call('posts.create', {subject: here, source}, gus);
  assert.deepEqual(await kinds(fay), ['followed of Gus']);
  const {notifications: {items: [item]}} = await world.call('notifications.list', {}, fay);
  await world.call('notifications.read', {until: item!.id}, fay);
  await world.call('posts.create', {subject: here, source: `four, ${mention(fay)}`}, gus);
  assert.deepEqual(await kinds(fay), ['mention of Gus', 'followed of Gus']);
  await world.call('posts.create', {subject: here, source: 'mine'}, fay);
  await world.call('threads.follow', {thread: thread.id, on: false}, fay);
  await world.call('posts.create', {subject: here, source: 'five'}, gus);
  assert.deepEqual(await kinds(fay), ['mention of Gus', 'followed of Gus']);
});
