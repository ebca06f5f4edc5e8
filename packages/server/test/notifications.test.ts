import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {readFeed} from './support/feed-reader.ts';
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

const mo = await world.signIn('Mo', {roles: ['moderator']});
const curator = await world.signIn('Cur', {roles: ['curator']});
await world.call('guidelines.publish', {revision: 0, required: false, rules: [{id: 'be-kind', sentence: 'Be kind.', do: null, dont: null}]}, curator);

test('whose post was hidden is told with rule and reason, who reported it that it was handled, and nobody by whom', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const here = subject();
  const {post} = await world.call('posts.create', {subject: here, source: 'unkind'}, ann);
  const target = {type: 'post', id: post.id} as const;
  await world.call('reports.create', {target, rule: 'be-kind', note: 'a note for moderators'}, bob);
  assert.deepEqual([await kinds(ann), await kinds(bob)], [[], []]);
  await world.call('cases.decide', {target, revision: 0, action: 'hide', reason: 'It hurts.', rule: 'be-kind'}, mo);
  const [decision] = (await told(ann)).notifications.items;
  assert.deepEqual(
    [decision?.kind, decision?.from, decision?.post, decision?.subject?.url, decision?.decision],
    ['decision', null, null, here.url, {target, action: 'hide', reason: 'It hurts.', sentence: 'Be kind.'}],
  );
  const [handled] = (await told(bob)).notifications.items;
  assert.deepEqual([handled?.kind, handled?.from, handled?.decision], ['report', null, {target, action: null, reason: null, sentence: null}]);
  const texts = await Promise.all([ann, bob].map(async visitor => (await world.raw('notifications.list', {}, visitor)).text));
  for (const text of texts) assert.ok(!/"Mo"|a note for moderators/.test(text), text);
  assert.ok(!/It hurts/.test(texts[1]!));
  await world.call('cases.decide', {target, revision: 1, action: 'restore'}, mo);
  assert.deepEqual((await told(ann)).notifications.items.map(item => item.decision?.action), ['restore', 'hide']);
  assert.equal((await told(bob)).notifications.items.length, 1);
});

test('what was left as it was is told to who reported it alone, and a warning to who was warned', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const {post} = await world.call('posts.create', {subject: subject(), source: 'fine'}, ann);
  await world.call('reports.create', {target: {type: 'post', id: post.id}, note: ''}, bob);
  await world.call('cases.decide', {target: {type: 'post', id: post.id}, revision: 0, action: 'dismiss'}, mo);
  assert.deepEqual([(await told(ann)).unread, await kinds(bob)], [0, ['report of undefined']]);
  await world.call('cases.decide', {target: {type: 'person', id: ann.id}, revision: 0, action: 'warn', reason: 'Kindly.'}, mo);
  const [warning] = (await told(ann)).notifications.items;
  assert.deepEqual([warning?.kind, warning?.decision?.action, warning?.decision?.reason], ['decision', 'warn', 'Kindly.']);
});

test('A6: what is new for one person is said on their own topic at once, with nothing of it, and to nobody else', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const {topic, cursor} = await told(ann);
  const {topic: another} = await told(bob);
  assert.notEqual(topic, another);
  for (const visitor of [bob, mo, undefined]) {
    assert.equal((await world.request('GET', `/v1/feed?topics=${topic}`, {visitor})).status, 404);
  }
  const bea = await world.signIn('Bea', {organisation: 'blue', roles: ['admin']});
  assert.equal((await world.request('GET', `/v1/feed?topics=${topic}`, {visitor: bea})).status, 404);
  const [hers, his] = await Promise.all([
    readFeed(world, [topic], {cursor, visitor: ann}), readFeed(world, [topic, another], {cursor, visitor: bob}),
  ]);
  await world.call('kudos.give', {to: [ann.id], message: 'words that stay here'}, bob);
  await hers.until(() => hers.changes.length >= 1);
  assert.deepEqual(hers.changes, [{topic, verb: 'notified', about: 'notifications'}]);
  assert.ok(!/words that stay|Bob/.test(hers.text()));
  // Read on one device, it is news to the others of the same person.
  const {notifications: {items: [item]}} = await told(ann);
  await world.call('notifications.read', {until: item!.id}, ann);
  await hers.until(() => hers.changes.length >= 2);
  await world.call('kudos.give', {to: [bob.id], message: 'back'}, ann);
  await his.until(() => his.changes.length >= 1);
  assert.deepEqual(his.changes.map(change => change.topic), [another]);
  // Who comes back later is told of what they missed.
  const late = await readFeed(world, [topic], {cursor, visitor: ann});
  await late.until(() => late.changes.length >= 2);
  await Promise.all([hers.stop(), his.stop(), late.stop()]);
});

test('A11: a person’s own topic falls silent when they are suspended', async () => {
  const [ann] = await people('Ann') as [Visitor];
  const {topic, cursor} = await told(ann);
  const feed = await readFeed(world, [topic], {cursor, visitor: ann});
  const {services: {store: {db}}} = world.app;
  await sql`update person set state = 'suspended' where id = ${ann.id}`.execute(db);
  await feed.ended;
});

test('the two of a mentorship hear of it on their own topics, on every device', async () => {
  const mentor = await world.signIn('Another mentor', {roles: ['mentor']});
  const [mentee] = await people('Mia') as [Visitor];
  await world.call('mentors.offer', {title: null, help: null, skills: [], topics: [], languages: [], timeZone: 'UTC', capacity: 2, paused: false}, mentor);
  await world.app.settled();
  const [own, asked] = [await world.call('mentors.read', {}, mentor), await world.call('mentors.read', {person: mentor.id}, mentee)];
  const feeds = await Promise.all([
    readFeed(world, [own.topic], {cursor: own.cursor, visitor: mentor}), readFeed(world, [asked.topic], {cursor: asked.cursor, visitor: mentee}),
  ]);
  await world.call('mentorships.request', {mentor: mentor.id, goal: 'a goal between us'}, mentee);
  for (const feed of feeds) {
    await feed.until(() => feed.changes.some(({about}) => about === 'mentoring'));
    assert.ok(!feed.text().includes('a goal between us'));
    await feed.stop();
  }
});

test('the reader of the log may be run again from the start, and tells nothing twice', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  await world.call('kudos.give', {to: [bob.id], message: 'once'}, ann);
  const before = await kinds(bob);
  await sql`delete from log_reader where name = 'notifications'`.execute(world.app.services.store.db);
  assert.deepEqual(await kinds(bob), before);
});
