import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Checklist, Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {readFeed} from './support/feed-reader.ts';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld();
const curator = await world.signIn('Cur', {roles: ['curator']});
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');

const step = (text: string, more: Partial<Checklist['steps'][number]> = {}) => ({id: newKey(), text, note: null, critical: false, ...more});
const words = () => ({title: 'Day 1', description: 'What to do first.', steps: [step('Meet your buddy'), step('Walk the house', {critical: true}), step('Write three words')]});
let time = 0;
const tick = (list: Checklist, place: number, on = true, visitor = ann, order = ++time, key = newKey()) =>
  world.call('checklists.tick', {checklist: list.id, step: list.steps[place]!.id, on, order}, visitor, key);

async function published(author: Visitor = curator, input: Partial<Input<'checklists.create'>> = {}): Promise<Checklist> {
  const {checklist: {id}} = await world.call('checklists.create', {...words(), ...input}, author);
  return (await world.call('checklists.publish', {checklist: id, revision: 1}, author)).checklist;
}

async function points(visitor: Visitor): Promise<number> {
  await world.app.settled();
  return (await world.call('points.list', {}, visitor)).entries.items
    .filter(({activity}) => activity === 'checklist-finished').reduce((sum, entry) => sum + entry.points, 0);
}

test('a draft is there for its author and for curators, until it is published', async () => {
  const key = newKey();
  const subject = {key: 'day-1', title: 'Day 1'};
  const {checklist} = await world.call('checklists.create', {...words(), title: ' Day 1 ', subject}, ann, key);
  assert.deepEqual([checklist.id, checklist.state, checklist.title, checklist.author?.name], [key, 'draft', 'Day 1', 'Ann']);
  for (const visitor of [ann, curator]) {
    assert.equal((await world.call('checklists.read', {checklist: key}, visitor)).checklist?.id, key);
    assert.equal((await world.call('checklists.read', {subject: 'day-1'}, visitor)).checklist?.id, key);
  }
  for (const visitor of [bob, undefined]) {
    assert.equal((await world.refusal('checklists.read', {checklist: key}, visitor)).code, 'not-found');
    assert.equal((await world.call('checklists.read', {subject: 'day-1'}, visitor)).checklist, null);
    assert.equal((await world.refusal('checklists.progress', {checklist: key}, visitor)).code, 'not-found');
  }
  assert.equal((await world.refusal('checklists.edit', {checklist: key, revision: 1, ...words()}, bob)).code, 'not-found');
  assert.equal((await world.refusal('checklists.tick', {checklist: key, step: checklist.steps[0]!.id, on: true, order: 1}, ann)).code, 'checklist-closed');
  const listed = async () => (await world.call('checklists.list', {})).checklists.items.map(({id}) => id);
  assert.ok(!(await listed()).includes(key));

  await world.call('checklists.publish', {checklist: key, revision: 1}, ann);
  await world.call('checklists.publish', {checklist: key, revision: 1}, ann);
  assert.equal((await world.call('checklists.read', {subject: 'day-1'})).checklist?.state, 'published');
  assert.ok((await listed()).includes(key));
});

test('an edit is based on a revision, and ticks stay with their steps', async () => {
  const list = await published(ann);
  await tick(list, 0, true, bob);
  const [first, second, third] = list.steps;
  const edit = (revision: number, visitor = ann) =>
    world.raw('checklists.edit', {checklist: list.id, revision, title: 'Day one', description: null, steps: [third!, {...first!, text: 'Find your buddy'}, second!]}, visitor);
  const both = await Promise.all([edit(1), edit(1, curator), edit(1)]);
  assert.deepEqual(both.map(({status}) => status).toSorted(), [200, 409, 409]);
  const conflict = (await edit(1)).body as {code: string; revision: number};
  assert.deepEqual([conflict.code, conflict.revision], ['revision-conflict', 2]);
  assert.equal((await edit(2, bob)).status, 403);
  const {run} = await world.call('checklists.mine', {checklist: list.id}, bob);
  assert.deepEqual(run.ticks.map(({step: id, on}) => [id, on]), [[first!.id, true]]);
  const {rows} = await sql<{revision: number}>`select revision from checklist_revision where checklist = ${list.id} order by revision`.execute(world.app.services.store.db);
  assert.deepEqual(rows.map(({revision}) => revision), [1, 2]);
});

test('the last step finishes, taking a tick back undoes it, and points go with both', async () => {
  const visitor = await world.signIn('Fin');
  const list = await published();
  const {topic, cursor} = await world.call('checklists.read', {checklist: list.id}, visitor);
  const feed = await readFeed(world, [topic], {cursor});
  const key = newKey();
  const answers = await Promise.all([1, 2, 3].map(() => tick(list, 0, true, visitor, 1, key)));
  for (const {run} of answers) assert.equal(run.ticks.length, 1);
  assert.equal(answers[0]!.run.finishedAt, null);
  assert.deepEqual([answers[0]!.progress.began, answers[0]!.progress.finished], [1, 0]);
  await tick(list, 1, true, visitor);
  const {run, progress} = await tick(list, 2, true, visitor);
  assert.ok(run.finishedAt);
  assert.deepEqual([progress.began, progress.finished, progress.people.map(({name}) => name)], [1, 1, ['Fin']]);
  await feed.until(() => feed.changes.some(({verb, progress: told}) => verb === 'finished' && told?.finished === 1));
  assert.equal(await points(visitor), 5);

  await tick(list, 1, false, visitor);
  await feed.until(() => feed.changes.some(({verb, progress: told}) => verb === 'undid' && told?.finished === 0));
  assert.equal(await points(visitor), 0);
  await tick(list, 1, true, visitor);
  assert.equal(await points(visitor), 5);
  await world.call('checklists.archive', {checklist: list.id}, curator);
  await world.call('checklists.archive', {checklist: list.id}, curator);
  assert.equal(await points(visitor), 5, 'who has finished has finished');
  assert.equal((await world.refusal('checklists.tick', {checklist: list.id, step: list.steps[0]!.id, on: false, order: 99}, visitor)).code, 'checklist-closed');
  assert.equal((await world.call('checklists.read', {checklist: list.id}, visitor)).checklist?.state, 'archived');
  await feed.stop();
});

test('ticks that arrive in any order end as the last one was meant', async () => {
  const list = await published();
  const visitor = await world.signIn('Off');
  const meant = [true, false, true, false].map((on, place) => ({on, order: 100 + place, key: newKey()}));
  for (const {on, order, key} of [2, 0, 3, 1].map(place => meant[place]!)) await tick(list, 0, on, visitor, order, key);
  const {run} = await world.call('checklists.mine', {checklist: list.id}, visitor);
  assert.deepEqual(run.ticks.map(({on, order}) => [on, order]), [[false, 103]]);
  await Promise.all(meant.map(({on, order, key}) => tick(list, 1, !on, visitor, order, newKey()).then(() => key)));
  assert.equal((await world.call('checklists.mine', {checklist: list.id}, visitor)).run.ticks.find(({step: id}) => id === list.steps[1]!.id)!.on, true);
});

test('people who tick at once are all counted, and who is not active is not shown', async () => {
  const list = await published();
  const people = await Promise.all(['P1', 'P2', 'P3', 'P4', 'P5'].map(name => world.signIn(name)));
  await Promise.all(people.flatMap(visitor => [0, 1, 2].map(place => tick(list, place, true, visitor, 1))));
  const progress = async () => (await world.call('checklists.progress', {checklist: list.id}, ann)).progress;
  const all = await progress();
  assert.deepEqual([all.began, all.finished, all.people.length], [5, 5, 5]);
  await sql`update person set state = 'suspended' where id = ${people[0]!.id}`.execute(world.app.services.store.db);
  const fewer = await progress();
  assert.deepEqual([fewer.began, fewer.finished, fewer.people.some(({id}) => id === people[0]!.id)], [4, 4, false]);
});

test('steps that come later take nothing back, and one that goes can finish', async () => {
  const list = await published();
  const [done, open] = [await world.signIn('Done'), await world.signIn('Open')];
  for (const place of [0, 1, 2]) await tick(list, place, true, done);
  for (const place of [0, 1]) await tick(list, place, true, open);
  const edit = async (revision: number, steps: Checklist['steps']) =>
    (await world.call('checklists.edit', {checklist: list.id, revision, title: list.title, description: null, steps}, curator)).checklist;
  const longer = await edit(1, [...list.steps, step('Eat together')]);
  const finishedAt = async (visitor: Visitor) => (await world.call('checklists.mine', {checklist: list.id}, visitor)).run.finishedAt;
  assert.ok(await finishedAt(done));
  await tick(longer, 3, true, done);
  assert.ok(await finishedAt(done));
  assert.equal(await finishedAt(open), null);
  await edit(2, list.steps.slice(0, 2));
  assert.ok(await finishedAt(open));
  assert.equal(await points(open), 5);
  const gone = await world.refusal('checklists.tick', {checklist: list.id, step: list.steps[2]!.id, on: true, order: 999}, open);
  assert.deepEqual([gone.code, gone.field], ['not-found', '/step']);
});

test('who makes a checklist to finish it earns nothing', async () => {
  const maker = await world.signIn('Maker');
  const list = await published(maker, {steps: [step('Breathe')]});
  await tick(list, 0, true, maker);
  assert.equal(await points(maker), 0);
});

test('nobody hears of drafts by the feed', async () => {
  const {checklist} = await world.call('checklists.create', {...words(), title: 'Secret draft'}, ann);
  const {topic, cursor} = await world.call('checklists.list', {}, bob);
  const feed = await readFeed(world, [topic], {cursor});
  await world.call('checklists.edit', {checklist: checklist.id, revision: 1, ...words(), title: 'Still secret'}, ann);
  const other = await published();
  await feed.until(() => feed.changes.some(({checklist: told}) => told?.id === other.id));
  assert.ok(!feed.changes.some(({checklist: told}) => told?.id === checklist.id));
  await feed.stop();
});

test('a reading names a checklist or a subject', async () => {
  assert.equal((await world.refusal('checklists.read', {}, ann)).code, 'invalid');
  assert.equal((await world.refusal('checklists.read', {checklist: newKey(), subject: 'x'}, ann)).field, '/checklist');
  const twice = step('x');
  assert.equal((await world.refusal('checklists.create', {...words(), steps: [twice, twice]}, ann)).field, '/steps');
});
