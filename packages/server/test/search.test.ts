import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, createWorld} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const mo = await world.signIn('Mo', {roles: ['moderator']});
const titles = [
  'How do I close duplicate questions?', 'Why can’t we close questions that are duplicates?', 'Where is the loading ramp of hall four?',
  'Waar vind ik de sleutels van hal vier?', 'Wie melde ich einen Schaden am Stapler?', 'What is C++ for?',
];
for (const title of titles) await ask(world, ann, {kind: 'question', title});
const find = async (text: string, more: {limit?: number; kind?: 'question' | 'discussion'} = {}) =>
  (await world.call('threads.search', {text, ...more})).items.map(({title}) => title);

test('a question is found by the words that say what it is about, in any order and with other endings', async () => {
  assert.deepEqual(await find('duplicate question, closing it'), ['Why can’t we close questions that are duplicates?', 'How do I close duplicate questions?']);
  assert.equal((await find('the ramp in hall 4'))[0], 'Where is the loading ramp of hall four?');
  assert.deepEqual(await find('RAMP'), ['Where is the loading ramp of hall four?']);
  assert.deepEqual(await find('Waar liggen de sleutels?'), ['Waar vind ik de sleutels van hal vier?']);
  assert.deepEqual(await find('Schäden am Stapler melden'), ['Wie melde ich einen Schaden am Stapler?']);
});

test('little words and strange ones find nothing, and no text breaks the search', async () => {
  for (const text of ['how do I', 'de het een van', '…', "a'b & c | !d <-> e:*", "'; drop table thread; --", '\\', ':*', '😀', 'x'.repeat(200)]) assert.deepEqual(await find(text), [], text);
  assert.deepEqual(await find('close', {limit: 1}), [(await find('close'))[0]]);
  assert.deepEqual(await find('close', {kind: 'discussion'}), []);
  assert.equal((await world.refusal('threads.search', {text: ''})).field, '/text');
  assert.equal((await world.refusal('threads.search', {text: 'x'.repeat(201)})).code, 'invalid');
});

test('posts of a thread are found by all of the words, in the order of reading', async () => {
  const {thread, post} = await ask(world, ann, {kind: 'question', title: 'Where are the pallets?', source: 'I looked for the **pallets** near the ramp.'});
  const say = async (source: string, parent?: string) => (await world.call('posts.create', {subject: {key: thread.subject.key}, source, ...(parent && {parent})}, mo)).post;
  const second = await say('Behind the ramp, beside the doors.');
  const reply = await say('The pallet at the ramp is mine.', post.id);
  const found = async (text: string, more: {limit?: number} = {}) => (await world.call('posts.search', {thread: thread.id, text, ...more})).items.map(({id}) => id);
  assert.deepEqual(await found('ramp'), [post.id, reply.id, second.id]);
  assert.deepEqual(await found('pallets RAMP'), [post.id, reply.id]);
  assert.deepEqual(await found('ramp', {limit: 1}), [post.id]);
  for (const text of ['…', "a'b & c | !d <-> e:*", 'elsewhere']) assert.deepEqual(await found(text), [], text);
  await world.call('posts.remove', {post: reply.id}, mo);
  await world.call('cases.decide', {target: {type: 'post', id: post.id}, revision: 0, action: 'hide', reason: 'x'}, mo);
  assert.deepEqual(await found('ramp'), [second.id]);
});

test('A10: what a moderator hid, and what was removed, is not found', async () => {
  const hidden = await ask(world, ann, {kind: 'question', title: 'Secret gearbox drawings?'});
  const removed = await ask(world, ann, {kind: 'question', title: 'Gearbox oil?'});
  assert.equal((await find('gearbox')).length, 2);
  await world.call('cases.decide', {target: {type: 'post', id: hidden.post.id}, revision: 0, action: 'hide', reason: 'x'}, mo);
  await world.call('posts.remove', {post: removed.post.id}, ann);
  assert.deepEqual(await find('gearbox'), []);
  assert.deepEqual((await world.call('threads.search', {text: 'gearbox'}, mo)).items, []);
});
