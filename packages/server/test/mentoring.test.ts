import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {revokeRole, saveOrganisation} from '@social-learning/server';
import {createWorld, newKey, type Visitor} from './support/world.ts';

let time = Date.parse('2026-03-02T09:00:00Z');
const world = await createWorld({now: () => time}, {editWindow: null});
const day = 86_400_000;

const offer: Input<'mentors.offer'> = {
  title: 'Lead, customer care', help: 'First calls, hard calls.', skills: ['Listening', 'Excel'], topics: ['Customer care'], languages: ['en', 'nl'],
  timeZone: 'Europe/Amsterdam', capacity: 2, paused: false,
};
let count = 0;
// Tokens of the hosts are of today, whatever the server's clock says.
async function signIn(name: string, roles: string[] = []): Promise<Visitor> {
  const at = Math.floor(time / 1_000);
  return world.signIn(`${name} ${++count}`, {roles, iat: at, exp: at + 120});
}
const mentorOf = async (wish: Partial<Input<'mentors.offer'>> = {}) => {
  const mentor = await signIn('Mentor', ['mentor']);
  await world.call('mentors.offer', {...offer, ...wish}, mentor);
  return mentor;
};
const request = (mentee: Visitor, mentor: Visitor, space?: string) =>
  world.call('mentorships.request', {mentor: mentor.id, goal: 'Run my first shift', message: 'Hello!', ...(space && {space})}, mentee);
const stateOf = async (visitor: Visitor, id: string, space?: string) =>
  (await world.call('mentorships.list', space ? {space} : {}, visitor)).items.find(item => item.id === id);

test('a mentor says what they offer, changes it, and is read by others', async () => {
  const mentor = await mentorOf({skills: ['Listening', 'listening ', 'Excel']});
  const asker = await signIn('Asker');
  const {profile, mentorship, requestDays} = await world.call('mentors.read', {person: mentor.id}, asker);
  assert.deepEqual(
    [profile?.title, profile?.skills.length, profile?.places, profile?.state, profile?.answersWithin, mentorship, requestDays],
    ['Lead, customer care', 2, 2, 'open', null, null, 14],
  );
  const {profile: paused} = await world.call('mentors.offer', {...offer, paused: true, help: '  '}, mentor);
  assert.deepEqual([paused.state, paused.help, paused.version], ['paused', null, 2]);
  assert.equal((await world.refusal('mentorships.request', {mentor: mentor.id, goal: 'x'}, asker)).code, 'mentor-unavailable');
});

test('what is not a time zone, a language or a capacity is refused by its field', async () => {
  const mentor = await signIn('Mentor', ['mentor']);
  for (const [field, value] of [
    ['timeZone', 'Mars/Olympus'], ['languages', ['English']], ['languages', ['../x']], ['capacity', 0], ['capacity', 51], ['capacity', 1.5], ['capacity', 1e308],
    ['skills', ['a, b']], ['skills', Array.from({length: 21}, (_, index) => `s${index}`)], ['help', 'x'.repeat(2_001)],
  ] as const) {
    const problem = await world.refusal('mentors.offer', {...offer, [field]: value} as never, mentor);
    assert.equal(problem.code, 'invalid');
    assert.ok(problem.field?.startsWith(`/${field}`), `${field} ${JSON.stringify(problem)}`);
  }
});

test('a request is accepted, seen by both with its history, and completed', async () => {
  let [mentor, mentee, stranger] = [await mentorOf(), await signIn('Mentee'), await signIn('Stranger')];
  const {mentorship: {id}} = await request(mentee, mentor);
  assert.equal((await world.refusal('mentorships.request', {mentor: mentor.id, goal: 'again'}, mentee)).code, 'mentorship-exists');
  assert.equal((await world.refusal('mentorships.answer', {mentorship: id, accept: true}, mentee)).code, 'forbidden');
  assert.equal((await world.refusal('mentorships.end', {mentorship: id}, mentor)).code, 'forbidden');
  time += 3_600_000;
  [mentor, mentee, stranger] = await Promise.all([signInAgain(mentor), signInAgain(mentee), signInAgain(stranger)]);
  await world.call('mentorships.answer', {mentorship: id, accept: true, note: 'Gladly.'}, mentor);
  assert.equal((await world.refusal('mentorships.answer', {mentorship: id, accept: false}, mentor)).code, 'mentorship-closed');
  for (const visitor of [mentor, mentee]) {
    const seen = await stateOf(visitor, id);
    assert.deepEqual([seen?.state, seen?.goal, seen?.message, seen?.history.map(({state, by, note}) => [state, by?.id, note])],
      ['active', 'Run my first shift', 'Hello!', [['requested', mentee.id, null], ['active', mentor.id, 'Gladly.']]]);
  }
  assert.equal(await stateOf(stranger, id), undefined);
  assert.equal((await world.refusal('mentorships.end', {mentorship: id}, stranger)).code, 'forbidden');
  assert.equal((await world.call('mentors.read', {person: mentor.id}, mentee)).profile?.places, 1);
  await world.call('mentorships.end', {mentorship: id, note: 'Thank you!'}, mentee);
  assert.equal((await stateOf(mentor, id))?.state, 'completed');
  assert.equal((await world.call('mentors.read', {person: mentor.id}, mentee)).profile?.places, 2);
  assert.equal((await request(mentee, mentor)).mentorship.state, 'requested');
});

test('a request is declined, taken back, or ends by itself after the days that the space sets', async () => {
  const [mentor, mentee] = [await mentorOf(), await signIn('Mentee')];
  const {mentorship: declined} = await request(mentee, mentor);
  assert.equal((await world.call('mentorships.answer', {mentorship: declined.id, accept: false, note: 'Not this month.'}, mentor)).mentorship.state, 'declined');
  const {mentorship: withdrawn} = await request(mentee, mentor);
  assert.equal((await world.call('mentorships.end', {mentorship: withdrawn.id}, mentee)).mentorship.state, 'cancelled');
  const {mentorship: forgotten} = await request(mentee, mentor);
  time = Date.parse(forgotten.expiresAt!) - 1;
  const [later, mentorLater] = await Promise.all([signInAgain(mentee), signInAgain(mentor)]);
  assert.equal((await stateOf(later, forgotten.id))?.state, 'requested');
  time += 1;
  const expired = await stateOf(mentorLater, forgotten.id);
  assert.deepEqual([expired?.state, expired?.history.at(-1)?.state], ['expired', 'expired']);
  assert.equal((await world.refusal('mentorships.answer', {mentorship: forgotten.id, accept: true}, mentorLater)).code, 'mentorship-closed');
  assert.equal((await request(later, mentor)).mentorship.state, 'requested');
});

/** Access tokens end after a quarter of an hour of the server's clock. */
async function signInAgain({name}: Visitor): Promise<Visitor> {
  const at = Math.floor(time / 1_000);
  return world.signIn(name, {iat: at, exp: at + 120, ...(name.startsWith('Mentor') && {roles: ['mentor']})});
}

test('E10: two hundred acceptances at once for one place end in one', async () => {
  const mentor = await mentorOf({capacity: 1});
  const mentees = await Promise.all(Array.from({length: 200}, () => signIn('Mentee')));
  const requests = await Promise.all(mentees.map(mentee => request(mentee, mentor)));
  const answers = await Promise.all(requests.map(({mentorship: {id}}) => world.raw('mentorships.answer', {mentorship: id, accept: true}, mentor)));
  assert.equal(answers.filter(({status}) => status === 200).length, 1);
  assert.ok(answers.filter(({status}) => status !== 200).every(({body}) => (body as {code: string}).code === 'mentor-unavailable'));
  const {rows: [row]} = await sql<{active: number}>`
    select count(*)::integer as active from mentorship where mentor = ${mentor.id} and state = 'active'`.execute(world.app.services.store.db);
  assert.equal(row!.active, 1);
  assert.equal((await world.call('mentors.read', {person: mentor.id}, mentees[0]!)).profile?.state, 'full');
});

test('the same request or acceptance sent fifty times happens once', async () => {
  const [mentor, mentee] = [await mentorOf(), await signIn('Mentee')];
  const key = newKey();
  const asked = await Promise.all(Array.from({length: 50}, () => world.raw('mentorships.request', {mentor: mentor.id, goal: 'once'}, mentee, key)));
  assert.deepEqual(new Set(asked.map(({status, text}) => `${status} ${text}`)).size, 1);
  const accept = newKey();
  await Promise.all(Array.from({length: 50}, () => world.call('mentorships.answer', {mentorship: key, accept: true}, mentor, accept)));
  assert.equal((await stateOf(mentee, key))?.history.length, 2);
});

test('who waits for five answers asks nobody else', async () => {
  const mentee = await signIn('Mentee');
  for (let number = 0; number < 5; number++) await request(mentee, await mentorOf());
  assert.equal((await world.refusal('mentorships.request', {mentor: (await mentorOf()).id, goal: 'x'}, mentee)).code, 'mentorship-requests');
});

test('mentors are found by what they offer, with the reasons why each fits', async () => {
  const space = 'inside';
  const asker = await signIn('Asker');
  const at = async (wish: Partial<Input<'mentors.offer'>>) => mentorOf({space, ...wish});
  const near = await at({skills: ['Déjà vu', 'Excel'], topics: ['Cold chain'], languages: ['nl'], timeZone: 'Europe/Brussels'});
  const far = await at({skills: ['Excel'], topics: ['Finance'], languages: ['en'], timeZone: 'Asia/Tokyo'});
  const full = await at({skills: ['Excel'], topics: ['Cold chain'], languages: ['nl'], capacity: 1, timeZone: 'Europe/Brussels'});
  const {mentorship: {id}} = await request(await signIn('Mentee'), full, space);
  await world.call('mentorships.answer', {mentorship: id, accept: true}, full);

  const find = (query: Partial<Input<'mentors.list'>>) => world.call('mentors.list', {space, ...query}, asker);
  const all = await find({skills: 'excel', speaks: 'nl', timeZone: 'Europe/Amsterdam'});
  assert.deepEqual(all.items.map(({profile}) => profile.person.id), [near.id, far.id, full.id]);
  assert.deepEqual(all.items[0]!.reasons.map(({kind, value}) => [kind, value]),
    [['skill', 'Excel'], ['language', 'nl'], ['places', '2'], ['time', 'Europe/Brussels']]);
  assert.deepEqual(all.items[1]!.reasons.map(({kind}) => kind), ['skill', 'places']);
  assert.deepEqual(all.facets.topics, [{value: 'Cold chain', count: 2}, {value: 'Finance', count: 1}]);
  assert.deepEqual((await find({skills: 'deja vu'})).items.map(({profile}) => profile.person.id), [near.id]);
  assert.deepEqual((await find({topics: 'cold chain', available: 'true'})).items.map(({profile}) => profile.person.id), [near.id]);
  assert.deepEqual((await find({text: 'finance'})).items.map(({profile}) => profile.person.id), [far.id]);
  assert.deepEqual((await find({text: 'nobody knows this'})).items, []);
  const first = await find({limit: 2});
  assert.deepEqual([first.items.length, first.total], [2, 3]);
  assert.equal((await find({limit: 2, cursor: first.after!})).items.length, 1);
  assert.equal((await world.refusal('mentors.list', {space, cursor: 'x.y'}, asker)).code, 'cursor-invalid');
});

test('who is no mentor any more, or has left, is found by nobody, and their mentee sees it calmly', async () => {
  const [mentor, mentee] = [await mentorOf({space: 'open'}), await signIn('Mentee')];
  const {mentorship: {id}} = await request(mentee, mentor);
  await world.call('mentorships.answer', {mentorship: id, accept: true}, mentor);
  const red = world.organisations['red']!;
  const {store} = world.app.services;
  await revokeRole(store, red, mentor.id, 'mentor');
  assert.equal((await world.call('mentors.read', {person: mentor.id}, mentee)).profile, null);
  await sql`update person set state = 'erased', name = 'gone' where organisation = ${red} and id = ${mentor.id}`.execute(store.db);
  const seen = await stateOf(mentee, id);
  assert.deepEqual([seen?.state, seen?.mentor, seen?.history.map(({by}) => by?.id)], ['active', null, [mentee.id, undefined]]);
  assert.ok(!(await world.call('mentors.list', {limit: 100}, mentee)).items.some(({profile}) => profile.person.id === mentor.id));
  assert.equal((await world.call('mentorships.end', {mentorship: id}, mentee)).mentorship.state, 'completed');
});

test('who joins a space gets a mentor by its rule, who is told of the first post', async () => {
  const {services: {store, directory}} = world.app;
  await saveOrganisation(store, {
    slug: 'red', name: 'RED', isDefault: true, issuers: [world.host('red').issuer], origins: ['https://red.example'],
    spaces: [
      {slug: 'open', name: 'Open'}, {slug: 'inside', name: 'Inside', readers: 'signed-in'}, {slug: 'club', name: 'Club', readers: 'members', posters: 'members'},
      {slug: 'archive', name: 'Archive', posters: 'nobody'}, {slug: 'cohort', name: 'Cohort', mentoring: {rule: ['fewest-mentees', 'shared-skill', 'shared-language']}},
    ],
  });
  directory.forget();
  const space = 'cohort';
  const join = async (languages: string[], skills: string[] = []) => {
    const visitor = await signIn('Newcomer');
    await world.call('spaces.join', {space, languages, skills}, visitor);
    await world.app.settled();
    return {visitor, mentorship: (await world.call('mentorships.list', {space}, visitor)).items[0]};
  };
  assert.equal((await join(['en'])).mentorship, undefined);
  const dutch = await mentorOf({space, languages: ['nl'], skills: ['Excel'], capacity: 2});
  const english = await mentorOf({space, languages: ['en'], skills: ['Listening'], capacity: 1});
  await mentorOf({space, paused: true});
  const first = await join(['en'], ['excel']);
  assert.deepEqual([first.mentorship?.mentor?.id, first.mentorship?.state, first.mentorship?.goal], [dutch.id, 'active', null]);
  assert.equal((await join(['nl'])).mentorship?.mentor?.id, english.id);
  assert.equal((await join(['en'])).mentorship?.mentor?.id, dutch.id);
  assert.equal((await join(['en'])).mentorship, undefined);
  await world.call('spaces.join', {space}, first.visitor);
  await world.app.settled();
  assert.equal((await world.call('mentorships.list', {space}, first.visitor)).items.length, 1);

  const {post} = await world.call('posts.create', {space, subject: {key: 'hello'}, source: 'Hello, I am new'}, first.visitor);
  await world.call('posts.create', {space, subject: {key: 'hello'}, source: 'And again'}, first.visitor);
  await world.app.settled();
  const told = (await world.call('mentorships.list', {space}, dutch)).items.find(({id}) => id === first.mentorship?.id);
  assert.deepEqual([told?.firstPost?.post, told?.firstPost?.subject.key], [post.id, 'hello']);
});

test('half of the answers come within the time that the card says', async () => {
  const mentor = await mentorOf({capacity: 50});
  const hours = [1, 2, 30];
  for (const pause of hours) {
    const {mentorship: {id}} = await request(await signIn('Mentee'), mentor);
    time += pause * 3_600_000;
    await world.call('mentorships.answer', {mentorship: id, accept: pause > 1}, await signInAgain(mentor));
  }
  const asker = await signIn('Asker');
  assert.equal((await world.call('mentors.read', {person: mentor.id}, asker)).profile?.answersWithin, 2 * 3_600);
  time += day;
});

test('A9: notes are for the two; after the end the mentor reads the mentee’s no more, nor the mentee the mentor’s', async () => {
  const [mentor, mentee, stranger] = [await mentorOf(), await signIn('Mentee'), await signIn('Stranger')];
  const {mentorship: {id}} = await request(mentee, mentor);
  const write = (visitor: Visitor, side: 'mentor' | 'mentee' | 'shared', text: string, revision = 0) =>
    world.call('mentorships.note', {mentorship: id, side, text, revision}, visitor);
  const read = async (visitor: Visitor) => (await world.call('mentorships.notes', {mentorship: id}, visitor)).notes.map(({side, text}) => [side, text]);
  assert.equal((await world.refusal('mentorships.note', {mentorship: id, side: 'shared', text: 'x', revision: 0}, mentee)).code, 'mentorship-closed');
  assert.deepEqual((await read(mentor)).map(([side]) => side), ['mentor', 'shared']);
  await world.call('mentorships.answer', {mentorship: id, accept: true}, mentor);
  await write(mentee, 'mentee', 'I am afraid of the phone.');
  await write(mentor, 'mentor', 'Start with the short calls.');
  const {note} = await write(mentor, 'shared', 'Every Tuesday.');
  assert.equal(note.revision, 1);
  const all = [['mentor', 'Start with the short calls.'], ['mentee', 'I am afraid of the phone.'], ['shared', 'Every Tuesday.']];
  for (const visitor of [mentor, mentee]) assert.deepEqual(await read(visitor), all);
  assert.equal((await world.refusal('mentorships.note', {mentorship: id, side: 'mentee', text: 'x', revision: 1}, mentor)).code, 'forbidden');
  const conflict = await world.refusal('mentorships.note', {mentorship: id, side: 'shared', text: 'Mondays.', revision: 0}, mentee);
  assert.deepEqual([conflict.code, (conflict as {revision?: number}).revision], ['revision-conflict', 1]);
  assert.equal((await write(mentee, 'shared', 'Every Monday.', 1)).note.revision, 2);

  await world.call('mentorships.end', {mentorship: id}, mentee);
  assert.deepEqual(await read(mentor), [['mentor', 'Start with the short calls.'], ['shared', 'Every Monday.']]);
  assert.deepEqual(await read(mentee), [['mentee', 'I am afraid of the phone.'], ['shared', 'Every Monday.']]);
  for (const [visitor, side] of [[mentor, 'mentee'], [mentee, 'mentor'], [stranger, 'shared']] as const) {
    const {status, text} = await world.raw('mentorships.notes', {mentorship: id, side}, visitor);
    assert.equal(status, 403);
    assert.ok(!/afraid|short calls|Monday/.test(text));
  }
  const moderator = await signIn('Mo', ['moderator']);
  const admin = await signIn('Admin', ['admin']);
  for (const visitor of [stranger, moderator]) assert.equal((await world.refusal('mentorships.notes', {mentorship: id}, visitor)).code, 'forbidden');
  assert.equal((await world.raw('mentorships.notes', {mentorship: id}, admin)).status, 403);
  assert.equal((await world.refusal('mentorships.note', {mentorship: id, side: 'mentee', text: 'late', revision: 1}, mentee)).code, 'mentorship-closed');
});

test('a mentor who leaves is found no more, and what was learned together stays calm for the mentee', async () => {
  const [mentor, mentee] = [await mentorOf(), await signIn('Mentee')];
  const {mentorship: {id}} = await request(mentee, mentor);
  await world.call('mentorships.answer', {mentorship: id, accept: true}, mentor);
  await world.call('mentorships.note', {mentorship: id, side: 'shared', text: 'Ours.', revision: 0}, mentor);
  await sql`update person set state = 'erased' where id = ${mentor.id}`.execute(world.app.services.store.db);
  const left = await stateOf(mentee, id);
  assert.deepEqual([left?.mentor, left?.state], [null, 'active']);
  assert.ok(!(await world.call('mentors.list', {limit: 100}, mentee)).items.some(({profile}) => profile.person.id === mentor.id));
  const {person, profile} = await world.call('mentors.read', {person: mentor.id}, mentee);
  assert.deepEqual([person, profile], [null, null]);
  assert.equal((await world.call('mentorships.end', {mentorship: id}, mentee)).mentorship.state, 'completed');
  assert.deepEqual((await world.call('mentorships.notes', {mentorship: id}, mentee)).notes.map(({text}) => text), ['', 'Ours.']);
});
