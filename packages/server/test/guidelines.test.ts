import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Input} from '@social-learning/protocol';
import {readFeed} from './support/feed-reader.ts';
import {createWorld, newKey} from './support/world.ts';

const world = await createWorld();
const curator = await world.signIn('Cur', {roles: ['curator']});
const ann = await world.signIn('Ann');
const rules = [
  {id: 'be-kind', sentence: 'Be kind to whoever asks.', do: 'Thank people for asking.', dont: 'Say “as I told you”.'},
  {id: 'say-where', sentence: 'Say where you know it from.', do: null, dont: null},
];
const publish = (revision: number, input: Partial<Input<'guidelines.publish'>> = {}, visitor = curator) =>
  world.call('guidelines.publish', {revision, required: true, rules, ...input}, visitor);
const post = (subject: string, visitor = ann, key = newKey()) => world.raw('posts.create', {subject: {key: subject}, source: 'Hello'}, visitor, key);

test('a space without guidelines says so, and lets people post', async () => {
  const {guidelines, accepted} = await world.call('guidelines.read', {space: 'inside'}, ann);
  assert.deepEqual([guidelines, accepted], [null, null]);
  assert.equal((await world.refusal('guidelines.accept', {space: 'inside', version: 1}, ann)).code, 'not-found');
  await world.call('posts.create', {space: 'inside', subject: {key: 'x'}, source: 'Hello'}, ann);
});

test('a post waits for its author to agree to the version in force, and the same act goes through afterwards', async () => {
  const {topic, cursor} = await world.call('guidelines.read', {}, ann);
  const feed = await readFeed(world, [topic], {cursor});
  assert.equal((await publish(0)).guidelines.version, 1);
  await feed.until(() => feed.changes.some(({guidelines}) => guidelines?.version === 1));
  const key = newKey();
  const refused = await post('first', ann, key);
  assert.equal(refused.status, 403);
  const {code, version} = refused.body as {code: string; version: number};
  assert.deepEqual([code, version], ['guidelines-not-accepted', 1]);
  assert.equal((await world.call('threads.read', {subject: 'first'})).thread, null);

  assert.deepEqual((await world.call('guidelines.accept', {version: 1}, ann)).accepted, 1);
  await world.call('guidelines.accept', {version: 1}, ann);
  assert.equal((await world.call('guidelines.read', {}, ann)).accepted, 1);
  assert.equal((await post('first', ann, key)).status, 200);
  assert.equal((await world.call('threads.read', {subject: 'first'})).posts.items[0]?.id, key);

  await publish(1, {rules: [rules[0]!, {...rules[1]!, sentence: 'Say how you know it.'}]});
  assert.equal(((await post('first')).body as {version: number}).version, 2);
  const outdated = await world.refusal('guidelines.accept', {version: 1}, ann);
  assert.deepEqual([outdated.code, outdated.revision], ['revision-conflict', 2]);
  await world.call('guidelines.accept', {version: 2}, ann);
  assert.equal((await post('first')).status, 200);
  await feed.stop();
});

test('older versions stay, and a version is based on the one before', async () => {
  assert.equal((await world.call('guidelines.read', {version: 1})).guidelines?.rules[1]?.sentence, 'Say where you know it from.');
  assert.equal((await world.call('guidelines.read', {})).guidelines?.rules[1]?.sentence, 'Say how you know it.');
  assert.equal((await world.refusal('guidelines.read', {version: 9})).code, 'not-found');
  const late = await world.refusal('guidelines.publish', {revision: 1, required: true, rules}, curator);
  assert.deepEqual([late.code, late.revision], ['revision-conflict', 2]);
  const both = await Promise.all([1, 2, 3, 4].map(() => world.raw('guidelines.publish', {revision: 2, required: false, rules}, curator)));
  assert.deepEqual(both.map(({status}) => status).toSorted(), [200, 409, 409, 409]);
});

test('guidelines that need not be accepted are only shown', async () => {
  const {guidelines} = await world.call('guidelines.read', {}, ann);
  assert.equal(guidelines?.required, false);
  assert.equal((await post('unasked', await world.signIn('New'))).status, 200);
});

test('rules have ids of their own, and sentences', async () => {
  const twice = await world.refusal('guidelines.publish', {revision: 3, required: true, rules: [rules[0]!, rules[0]!]}, curator);
  assert.deepEqual([twice.code, twice.field], ['invalid', '/rules']);
  assert.equal((await world.refusal('guidelines.publish', {revision: 3, required: true, rules: []}, curator)).field, '/rules');
  assert.equal((await world.refusal('guidelines.publish', {revision: 3, required: true, rules: [{...rules[0]!, sentence: ' '}]}, curator)).field, '/rules/0/sentence');
});

test('A7: a learner who would publish guidelines is refused, and the audit log says so once', async () => {
  for (let attempt = 0; attempt < 3; attempt++) {
    assert.equal((await world.refusal('guidelines.publish', {revision: 3, required: true, rules}, ann)).code, 'forbidden');
  }
  const {items} = await world.call('audit.list', {}, await world.signIn('Mo', {roles: ['moderator']}));
  const attempts = items.filter(({act}) => act === 'refused');
  assert.deepEqual(attempts.map(({actor, attempt}) => [actor?.name, attempt]), [['Ann', 'guidelines.publish']]);
  assert.equal(items.filter(({act}) => act === 'publish').length, 3);
});
