import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, type Visitor} from './support/world.ts';

let time = Date.now();
const world = await createWorld({now: () => time});
const [ann, bob, cas] = await Promise.all(['Ann', 'Bob', 'Cas'].map(name => world.signIn(name))) as [Visitor, Visitor, Visitor];

async function place(): Promise<{topic: string; cursor: string}> {
  const {thread} = await ask(world, ann);
  return world.call('threads.read', {subject: thread.subject.key});
}

const say = (visitor: Visitor, topic: string, state: 'reading' | 'writing' | 'gone') => world.call('presence.say', {topic, state}, visitor);

test('whoever says that they are there is counted once, and who writes is named to others', async () => {
  const {topic, cursor} = await place();
  assert.deepEqual(await say(ann, topic, 'reading'), {readers: 1, writing: []});
  assert.deepEqual(await say(ann, topic, 'writing'), {readers: 1, writing: []});
  assert.deepEqual(await say(bob, topic, 'reading'), {readers: 2, writing: ['Ann']});
  const feed = await readFeed(world, [topic], {cursor, visitor: bob});
  await say(cas, topic, 'writing');
  await feed.until(() => feed.presences.length > 0);
  assert.deepEqual(feed.presences.at(-1), {readers: 3, writing: ['Ann', 'Cas']});
  await say(ann, topic, 'gone');
  await feed.until(() => feed.presences.at(-1)?.readers === 2);
  await feed.stop();
  const late = await readFeed(world, [topic], {cursor, visitor: bob});
  await late.until(events => events.length > 0);
  assert.deepEqual(late.presences, [], 'what was said before is past');
  await late.stop();
});

test('who is silent for long is gone', async () => {
  const {topic} = await place();
  await say(ann, topic, 'writing');
  time += 46_000;
  assert.deepEqual(await say(bob, topic, 'reading'), {readers: 1, writing: []});
});

test('A6: nobody is at what they may not read, and nothing is kept', async () => {
  const admin = await world.signIn('Admin', {roles: ['admin']});
  await ask(world, admin, {space: 'club', subject: {key: 'closed'}});
  const {topic} = await world.call('threads.read', {space: 'club', subject: 'closed'}, admin);
  assert.equal((await world.refusal('presence.say', {topic, state: 'reading'}, ann)).code, 'not-found');
  const bea = await world.signIn('Bea', {organisation: 'blue'});
  const open = await place();
  assert.equal((await world.refusal('presence.say', {topic: open.topic, state: 'reading'}, bea)).code, 'not-found');
  assert.equal((await world.refusal('presence.say', {topic: open.topic, state: 'reading'})).code, 'unauthenticated');
  assert.equal((await world.refusal('presence.say', {topic: 'nonsense', state: 'reading'}, ann)).code, 'not-found');
});
