import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Id, Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld({}, {kudos: {perWeek: 20, pair: {most: 10, days: 30}}});
const red = world.organisations['red']!;
const {store: {db}, pages} = world.app.services;
const mo = await world.signIn('Mo', {roles: ['moderator']});
const mia = await world.signIn('Mia', {roles: ['moderator']});
let count = 0;
const signIn = (name: string) => world.signIn(`${name} ${++count}`);

const target = (id: Id) => ({type: 'kudos', id}) as const;
const report = (id: Id, visitor: Visitor, note = 'This is a joke about her.') => world.call('reports.create', {target: target(id), note}, visitor);
const decide = (id: Id, action: Input<'cases.decide'>['action'], revision: number, visitor = mo) =>
  world.call('cases.decide', {target: target(id), revision, action, reason: 'Not kind.'}, visitor);
const caseOf = async (id: Id, visitor = mo) => (await world.call('cases.list', {limit: 100}, visitor)).cases.items.find(found => found.target.id === id);

test('reported kudos stand in the queue with what they say, and hidden ones are nowhere until they are shown again', async () => {
  const [ann, bob, cleo, stranger] = [await signIn('Ann'), await signIn('Bob'), await signIn('Cleo'), await signIn('Stranger')];
  const {post} = await ask(world, bob);
  const {kudos} = await world.call('kudos.give', {post: post.id, to: [bob.id, cleo.id], message: 'scornful words'}, ann);
  const {topic, cursor} = await world.call('kudos.list', {});
  const live = await readFeed(world, [topic], {cursor, visitor: stranger});
  await report(kudos.id, cleo);
  const found = (await caseOf(kudos.id))!;
  assert.deepEqual([found.about?.id, found.content.kudos?.message, found.content.kudos?.to.length, found.reports[0]?.note],
    [ann.id, 'scornful words', 2, 'This is a joke about her.']);
  const counts = async () => Promise.all([
    world.call('kudos.list', {person: bob.id}), world.call('kudos.list', {person: cleo.id}), world.call('kudos.list', {post: post.id}),
  ]).then(lists => lists.map(({tally, kudos: {items}}) => [tally?.count, items.length]));
  assert.deepEqual(await counts(), [[1, 1], [1, 1], [1, 1]]);

  await decide(kudos.id, 'hide', 0);
  assert.deepEqual(await counts(), [[0, 0], [0, 0], [0, 0]]);
  await live.until(() => live.changes.some(({verb}) => verb === 'hid'));
  await world.app.settled();
  pages.dropOrganisation(red);
  const looks = await Promise.all([
    world.raw('kudos.list', {}, stranger), world.raw('kudos.list', {person: bob.id}, stranger), world.raw('kudos.list', {post: post.id}, stranger),
    world.raw('notifications.list', {}, bob), world.raw('notifications.list', {}, cleo), world.raw('people.read', {person: bob.id}, stranger),
    world.raw('reports.create', {target: target(kudos.id), note: ''}, stranger), world.raw('kudos.list', {}),
  ]);
  for (const [index, {text}] of looks.entries()) assert.ok(!text.includes('scornful'), `${index}: ${text}`);
  assert.equal((looks[6]!.body as {code: string}).code, 'not-found');
  const replay = await readFeed(world, [topic], {cursor, visitor: stranger});
  await replay.until(() => replay.changes.length >= 1);
  assert.ok(!replay.text().includes('scornful'));
  assert.ok(!live.text().slice(live.text().indexOf('"verb":"hid"')).includes('scornful'));
  const change = live.changes.find(({verb}) => verb === 'hid')!;
  assert.deepEqual([change.kudos?.message, change.kudos?.to, change.tallies?.map(tally => tally.count)], [null, [], [0, 0, 0]]);
  await Promise.all([live.stop(), replay.stop()]);
  // Its giver is told why, whoever reported it that it was handled, and moderators go on seeing it.
  const [decision] = (await world.call('notifications.list', {}, ann)).notifications.items;
  assert.deepEqual([decision?.decision?.action, decision?.decision?.reason, decision?.decision?.target], ['hide', 'Not kind.', target(kudos.id)]);
  assert.equal((await world.call('notifications.list', {}, cleo)).notifications.items[0]?.kind, 'report');
  const {cases} = await world.call('cases.list', {target: kudos.id}, mia);
  assert.equal(cases.items[0]?.content.kudos?.message, 'scornful words');

  await decide(kudos.id, 'restore', 1, mia);
  assert.deepEqual(await counts(), [[1, 1], [1, 1], [1, 1]]);
  assert.ok((await world.raw('notifications.list', {}, bob)).text.includes('scornful'));
});

test('of removed kudos nothing is kept that was said, and the allowance is not given back', async () => {
  const [ann, bob] = [await signIn('Ann'), await signIn('Bob')];
  const key = newKey();
  const {kudos} = await world.call('kudos.give', {to: [bob.id], message: 'scornful words'}, ann, key);
  const left = async () => (await world.call('kudos.terms', {}, ann)).allowance?.left;
  const before = await left();
  await decide(kudos.id, 'remove', 0);
  const {rows} = await sql`select to_jsonb(k) as row from kudos k where id = ${kudos.id}`.execute(db);
  const {rows: intents} = await sql`select answer from intent where key = ${key} and answer like '%scornful%'`.execute(db);
  assert.ok(!JSON.stringify(rows).includes('scornful'));
  assert.deepEqual(intents, []);
  assert.equal((await world.call('kudos.list', {person: bob.id})).tally?.count, 0);
  assert.equal(await left(), before);
  assert.equal((await world.refusal('cases.decide', {target: target(kudos.id), revision: 1, action: 'restore'}, mo)).field, '/action');
  assert.equal((await world.refusal('kudos.withdraw', {kudos: kudos.id}, ann)).code, 'not-found');
  assert.equal((await world.refusal('reports.create', {target: target(kudos.id), note: ''}, ann)).code, 'forbidden');
});

test('nobody decides about kudos of their own, nor about those that they got', async () => {
  const [ann, bob] = [await signIn('Ann'), await signIn('Bob')];
  const {kudos: given} = await world.call('kudos.give', {to: [ann.id], message: 'x'}, mo);
  const {kudos: got} = await world.call('kudos.give', {to: [mo.id, bob.id], message: 'x'}, ann);
  await report(given.id, bob);
  await report(got.id, mo);
  assert.equal(await caseOf(given.id), undefined);
  for (const {id} of [given, got]) {
    assert.equal((await world.refusal('cases.decide', {target: target(id), revision: 0, action: 'dismiss'}, mo)).code, 'forbidden');
  }
  assert.equal((await world.refusal('reports.create', {target: target(given.id), note: ''}, mo)).code, 'forbidden');
  await decide(given.id, 'dismiss', 0, mia);
  assert.equal((await decide(got.id, 'hide', 0, mia)).case.state, 'decided');
});

test('A6, A7: kudos of a closed space are not there for those outside, and a learner decides nothing', async () => {
  const [ann, bob, eve] = [await signIn('Ann'), await signIn('Bob'), await signIn('Eve')];
  const {kudos} = await world.call('kudos.give', {to: [bob.id], message: 'x', space: 'inside'}, ann);
  assert.equal((await world.refusal('cases.decide', {target: target(kudos.id), revision: 0, action: 'hide', reason: 'x'}, eve)).code, 'forbidden');
  await sql`update space set readers = 'members' where slug = 'inside' and organisation = ${red}`.execute(db);
  world.app.services.directory.forget();
  assert.equal((await world.refusal('reports.create', {target: target(kudos.id), note: ''}, eve)).code, 'not-found');
  await sql`update space set readers = 'signed-in' where slug = 'inside' and organisation = ${red}`.execute(db);
  world.app.services.directory.forget();
});

test('who has left is named to moderators no more, and cannot be warned', async () => {
  const [ann, bob] = [await signIn('Leaving'), await signIn('Bob')];
  const {kudos} = await world.call('kudos.give', {to: [bob.id], message: 'x'}, ann);
  await report(kudos.id, bob);
  await sql`update person set state = 'erased' where id = ${ann.id}`.execute(db);
  const found = (await caseOf(kudos.id))!;
  assert.deepEqual([found.about, found.content.kudos?.from], [null, null]);
  assert.ok(!(await world.raw('cases.list', {}, mo)).text.includes('Leaving'));
  assert.equal((await world.refusal('reports.create', {target: {type: 'person', id: ann.id}, note: ''}, bob)).code, 'gone');
  assert.equal((await world.refusal('cases.decide', {target: {type: 'person', id: ann.id}, revision: 0, action: 'warn', reason: 'x'}, mo)).field, '/action');
  await decide(kudos.id, 'dismiss', 0);
});
