import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {createWorld, type Visitor} from './support/world.ts';

const world = await createWorld({}, {kudos: {perWeek: null, pair: null}});
const mo = await world.signIn('Mo', {roles: ['moderator']});
let count = 0;
const people = (...names: string[]) => Promise.all(names.map(name => world.signIn(`${name} ${++count}`)));
const thank = async (giver: Visitor, to: Visitor, times = 1) => {
  for (let index = 0; index < times; index++) await world.call('kudos.give', {to: [to.id], message: 'Thanks.'}, giver);
};
const rings = async (visitor = mo) => (await world.call('kudos.rings', {}, visitor)).rings
  .map(({people: pair}) => pair.map(({person, given}) => `${person.name}: ${given}`).toSorted());

test('E6: two who thank only each other are shown to moderators, and nobody whose thanks go further', async () => {
  const [ann, bob, cleo, dan, eva, far] = await people('Ann', 'Bob', 'Cleo', 'Dan', 'Eva', 'Far') as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor];
  await thank(ann, bob, 3);
  await thank(bob, ann, 2);
  await thank(cleo, dan, 4);
  await thank(dan, cleo, 4);
  await thank(dan, far);
  await thank(eva, far, 9);
  assert.deepEqual(await rings(), []);
  await thank(bob, ann);
  assert.deepEqual(await rings(), [[`${ann.name}: 3`, `${bob.name}: 3`]]);
  await thank(ann, eva);
  assert.deepEqual(await rings(), []);
});

test('E6: what was withdrawn, what was long ago, and what is one’s own is not shown', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  await thank(ann, bob, 3);
  await thank(bob, ann, 2);
  const {kudos} = await world.call('kudos.give', {to: [ann.id], message: 'Thanks.'}, bob);
  assert.equal((await rings()).length, 1);
  await world.call('cases.decide', {target: {type: 'kudos', id: kudos.id}, revision: 0, action: 'hide', reason: 'x'}, mo);
  assert.deepEqual(await rings(), []);
  await world.call('cases.decide', {target: {type: 'kudos', id: kudos.id}, revision: 1, action: 'restore'}, mo);
  assert.equal((await rings()).length, 1);
  await thank(mo, ann, 3);
  const mia = await world.signIn('Mia', {roles: ['moderator']});
  await thank(mia, mo, 3);
  const [cas] = await people('Cas') as [Visitor];
  await thank(cas, mia, 3);
  const {services: {store: {db}}} = world.app;
  await sql`update kudos_recipient set at = at - interval '91 days'`.execute(db);
  assert.deepEqual(await rings(), []);
  const other = await world.signIn('Moe', {roles: ['moderator']});
  await thank(other, cas, 3);
  await thank(cas, other, 3);
  assert.deepEqual([(await rings()).length, (await rings(other)).length], [1, 0]);
});

test('A7: nobody but a moderator asks who thanks whom', async () => {
  const [ann] = await people('Ann') as [Visitor];
  assert.equal((await world.refusal('kudos.rings', {}, ann)).code, 'forbidden');
  assert.equal((await world.refusal('kudos.rings', {})).code, 'unauthenticated');
  assert.equal((await world.call('kudos.rings', {}, mo)).days, 90);
});
