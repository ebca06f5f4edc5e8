import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld();
const told = async (visitor: Visitor) => {
  await world.app.settled();
  return world.call('notifications.list', {}, visitor);
};
const kinds = async (visitor: Visitor) => (await told(visitor)).notifications.items.map(({kind, from}) => `${kind} of ${from?.name}`);
let count = 0;
const people = async (...names: string[]): Promise<Visitor[]> => {
  count++;
  return Promise.all(names.map(name => world.signIn(`${name} ${count}`)));
};
const subject = () => ({key: `notifications ${newKey()}`, title: 'First days', url: 'https://red.example/day-1'});

test('who asks is told of an answer, who is replied to of the reply, who is accepted of that, and nobody of what they did themselves', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const here = subject();
  const {post: question} = await world.call('posts.create', {subject: here, source: 'How?', kind: 'question', title: 'How?'}, ann);
  const {post: answer} = await world.call('posts.create', {subject: here, source: 'So.'}, bob);
  await world.call('posts.create', {subject: here, parent: answer.id, source: 'Thanks!'}, ann);
  await world.call('posts.create', {subject: here, parent: question.id, source: 'On my own question'}, ann);
  await world.call('posts.accept', {post: answer.id, on: true}, ann);
  assert.deepEqual(await kinds(ann), [`answer of ${bob.name}`]);
  assert.deepEqual(await kinds(bob), [`accepted of ${ann.name}`, `reply of ${ann.name}`]);
  const {notifications: {items: [item]}, unread} = await told(ann);
  assert.deepEqual([item?.subject, item?.post, item?.read, unread], [{...here, title: 'How?'}, answer.id, false, 1]);
  await world.call('posts.accept', {post: answer.id, on: false}, ann);
  assert.deepEqual(await kinds(bob), [`reply of ${ann.name}`]);
});

test('kudos are told to all who get them, with their words, and go with their withdrawal', async () => {
  const [ann, bob, cleo] = await people('Ann', 'Bob', 'Cleo') as [Visitor, Visitor, Visitor];
  const {kudos} = await world.call('kudos.give', {to: [bob.id, cleo.id], message: 'You stayed late.'}, ann);
  assert.deepEqual((await told(bob)).notifications.items.map(({kind, text}) => [kind, text]), [['kudos', 'You stayed late.']]);
  assert.deepEqual(await kinds(cleo), [`kudos of ${ann.name}`]);
  await world.call('kudos.withdraw', {kudos: kudos.id}, ann);
  assert.deepEqual([await kinds(bob), (await told(cleo)).unread], [[], 0]);
});

test('a mentor is told of a request, the mentee of the answer', async () => {
  const mentor = await world.signIn('A mentor', {roles: ['mentor']});
  const [mentee] = await people('Mia') as [Visitor];
  await world.call('mentors.offer', {title: null, help: null, skills: [], topics: [], languages: [], timeZone: 'UTC', capacity: 2, paused: false}, mentor);
  const {mentorship: {id}} = await world.call('mentorships.request', {mentor: mentor.id, goal: 'Plan a week'}, mentee);
  assert.deepEqual((await told(mentor)).notifications.items.map(({kind, text}) => [kind, text]), [['mentor-request', 'Plan a week']]);
  await world.call('mentorships.answer', {mentorship: id, accept: true}, mentor);
  assert.deepEqual(await kinds(mentee), [`mentor-answer of ${mentor.name}`]);
});

test('what is read stays read, what comes later is new, on every device', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const {post} = await world.call('posts.create', {subject: subject(), source: 'x'}, ann);
  const reply = (source: string) => world.call('posts.create', {subject: {key: 'x'}, source}, bob).catch(() => undefined);
  await reply('elsewhere');
  const thread = (await world.call('threads.list', {}, ann)).items.find(({id}) => id === post.thread)!;
  for (const source of ['one', 'two']) await world.call('posts.create', {subject: {key: thread.subject.key}, parent: post.id, source}, bob);
  const first = await told(ann);
  assert.equal(first.unread, 2);
  assert.equal((await world.call('notifications.read', {until: first.notifications.items[0]!.id}, ann)).unread, 0);
  await world.call('posts.create', {subject: {key: thread.subject.key}, parent: post.id, source: 'three'}, bob);
  const again = await told(ann);
  assert.deepEqual([again.unread, again.notifications.items.map(({read}) => read)], [1, [false, true, true]]);
  assert.equal((await world.refusal('notifications.read', {until: first.notifications.items[0]!.id}, bob)).code, 'not-found');
});

test('a kind that is switched off is not told, and told again when it is on', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  assert.deepEqual((await world.call('notifications.choose', {kind: 'kudos', on: false}, bob)).off, ['kudos']);
  await world.call('kudos.give', {to: [bob.id], message: 'unheard'}, ann);
  assert.deepEqual([(await told(bob)).off, await kinds(bob)], [['kudos'], []]);
  await world.call('notifications.choose', {kind: 'kudos', on: true}, bob);
  await world.call('kudos.give', {to: [bob.id], message: 'heard'}, ann);
  assert.deepEqual((await told(bob)).notifications.items.map(({text}) => text), ['heard']);
});

test('A6, A10: what one may not read any more is not told', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const here = subject();
  const {post} = await world.call('posts.create', {subject: here, source: 'x'}, ann);
  const {post: reply} = await world.call('posts.create', {subject: here, parent: post.id, source: 'unkind'}, bob);
  assert.equal((await told(ann)).unread, 1);
  await world.call('posts.remove', {post: reply.id}, bob);
  assert.deepEqual([await kinds(ann), (await told(ann)).unread], [[], 0]);

  const {post: inside} = await world.call('posts.create', {subject: here, space: 'inside', source: 'x'}, ann);
  await world.call('posts.create', {subject: here, space: 'inside', parent: inside.id, source: 'y'}, bob);
  assert.equal((await told(ann)).unread, 1);
  const {services: {store: {db}, directory}} = world.app;
  await sql`update space set readers = 'members' where slug = 'inside'`.execute(db);
  directory.forget();
  assert.deepEqual([await kinds(ann), (await told(ann)).unread], [[], 0]);
  await sql`update space set readers = 'signed-in' where slug = 'inside'`.execute(db);
  directory.forget();
});

test('the reader of the log may be run again from the start, and tells nothing twice', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  await world.call('kudos.give', {to: [bob.id], message: 'once'}, ann);
  const before = await kinds(bob);
  await sql`delete from log_reader where name = 'notifications'`.execute(world.app.services.store.db);
  assert.deepEqual(await kinds(bob), before);
});
