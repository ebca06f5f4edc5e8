import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Input} from '@social-learning/protocol';
import {grantRole} from '@social-learning/server';
import {sql} from 'kysely';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld();
const {store, standings, directory} = world.app.services;
const red = world.organisations['red']!;
let count = 0;
const signIn = (name: string, roles: string[] = []) => world.signIn(`${name} ${++count}`, {roles});
const wish: Input<'people.edit'> = {
  title: 'Shift lead', location: 'Rotterdam', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en'], skills: ['Planning', 'planning ', 'Excel'], listed: true, hidden: [],
};
const edit = (visitor: Visitor, change: Partial<Input<'people.edit'>> = {}) => world.call('people.edit', {...wish, ...change}, visitor);
const read = (person: string | undefined, visitor: Visitor, space?: string) =>
  world.call('people.read', {...(person !== undefined && {person}), ...(space && {space})}, visitor);

test('a person says who they are, in every space, and others read it', async () => {
  const [ann, bob] = [await signIn('Ann'), await signIn('Bob')];
  assert.deepEqual((await read(undefined, ann)).own, {listed: true, hidden: []});
  const {profile: edited, own} = await edit(ann);
  assert.deepEqual([edited?.title, edited?.skills.map(skill => skill.trim().toLowerCase()), edited?.version, own?.listed], ['Shift lead', ['planning', 'excel'], 2, true]);
  await world.call('kudos.give', {to: [ann.id], message: 'For the plan.'}, bob);
  for (const person of [ann.id, ann.name]) {
    const {profile, own: hers} = await read(person, bob, 'inside');
    assert.deepEqual(
      [profile?.person.name, profile?.location, profile?.timeZone, profile?.languages, profile?.mentor, profile?.kudos, hers],
      [ann.name, 'Rotterdam', 'Europe/Amsterdam', ['nl', 'en'], null, 0, null],
    );
    assert.ok(profile?.joined);
  }
  assert.equal((await read(ann.id, bob)).profile?.kudos, 1);
  assert.equal((await edit(ann, {title: '  '})).profile?.title, null);
});

test('what one keeps to oneself is told to nobody else, moderators included', async () => {
  const [ann, bob, mo] = [await signIn('Ann'), await signIn('Bob'), await signIn('Mo', ['moderator'])];
  const {profile} = await edit(ann, {hidden: ['location', 'timeZone', 'languages', 'skills', 'joined', 'kudos']});
  assert.equal(profile?.location, 'Rotterdam');
  for (const visitor of [bob, mo]) {
    const {text} = await world.raw('people.read', {person: ann.id}, visitor);
    assert.ok(text.includes('Shift lead'));
    assert.ok(!/Rotterdam|Amsterdam|"nl"|Planning|Excel|hidden/.test(text), text);
    const seen = (await read(ann.id, visitor)).profile!;
    assert.deepEqual([seen.location, seen.timeZone, seen.languages, seen.skills, seen.joined, seen.kudos], [null, null, [], [], null, null]);
  }
  assert.equal((await read(undefined, ann)).own?.hidden.length, 6);
});

test('who is not listed is found nowhere at once, and can still be thanked where they are met', async () => {
  const [mentor, bob] = [await signIn('Mentora', ['mentor']), await signIn('Bob')];
  await world.call('mentors.offer', {title: 'Rare', help: null, skills: ['Rarity'], topics: [], languages: [], timeZone: 'UTC', capacity: 2, paused: false}, mentor);
  const found = async () => [
    (await world.call('people.list', {name: 'Mentora'}, bob)).items.length,
    (await world.call('mentors.list', {text: 'Mentora'}, bob)).total,
    (await world.call('mentors.list', {}, bob)).facets.skills.filter(({value}) => value === 'Rarity').length,
  ];
  assert.deepEqual(await found(), [1, 1, 1]);
  await edit(mentor, {listed: false});
  assert.deepEqual(await found(), [0, 0, 0]);
  const {post} = await world.call('posts.create', {subject: {key: `unlisted ${newKey()}`}, source: 'I help.'}, mentor);
  await world.call('kudos.give', {post: post.id, message: 'You did.'}, bob);
  const {profile} = await read(mentor.id, bob);
  assert.deepEqual([profile?.person.name, profile?.mentor, profile?.kudos], [mentor.name, 'open', 1]);
  await edit(mentor);
  assert.deepEqual(await found(), [1, 1, 1]);
});

test('A1, A6: nobody reads who is outside of a closed space, a guest reads nobody, and nobody edits another', async () => {
  const [ann, fay] = [await signIn('Ann'), await signIn('Fay')];
  const home = await directory.byId(red);
  await grantRole(store, red, fay.id, 'learner', home!.spaces.find(({slug}) => slug === 'club')!.id);
  standings.forget(red, fay.id);
  assert.equal((await world.refusal('people.read', {person: fay.id, space: 'club'}, ann)).code, 'not-found');
  assert.equal((await read(ann.id, fay, 'club')).profile, null);
  assert.equal((await world.refusal('people.read', {person: ann.id})).code, 'unauthenticated');
  assert.equal((await world.refusal('people.edit', {...wish, person: fay.id} as never, ann)).field, '/person');
});

test('A3: somebody of another organisation is as nobody', async () => {
  const [ann, bea] = [await signIn('Ann'), await world.signIn('Bea', {organisation: 'blue', roles: ['admin']})];
  await edit(ann);
  const [foreign, missing] = [await world.raw('people.read', {person: ann.id}, bea), await world.raw('people.read', {person: newKey()}, bea)];
  assert.deepEqual([foreign.status, foreign.text], [missing.status, missing.text]);
});

test('of who has left nothing is told but that', async () => {
  const [ann, bob] = [await signIn('Ann'), await signIn('Bob')];
  await edit(ann);
  await sql`update person set state = 'erased' where organisation = ${red} and id = ${ann.id}`.execute(store.db);
  const {profile, left} = await read(ann.id, bob);
  assert.deepEqual([profile, left], [null, true]);
  assert.ok(!(await world.call('people.list', {name: 'Ann'}, bob)).items.some(({id}) => id === ann.id));
  assert.deepEqual(await read('nobody-at-all', bob).then(answer => [answer.profile, answer.left]), [null, false]);
});

test('what is no time zone, no language or no field is refused by its name', async () => {
  const ann = await signIn('Ann');
  for (const [field, value] of [['timeZone', 'Mars/Olympus'], ['languages', ['English']], ['hidden', ['name']], ['skills', ['a, b']], ['title', 'x'.repeat(121)]] as const) {
    const problem = await world.refusal('people.edit', {...wish, [field]: value} as never, ann);
    assert.ok(problem.code === 'invalid' && problem.field?.startsWith(`/${field}`), JSON.stringify(problem));
  }
});
