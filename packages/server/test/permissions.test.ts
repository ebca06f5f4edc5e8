import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  endpoints, isAct, isAllowed, roles, type Action, type Condition, type EndpointName, type Id, type Problem, type Role,
} from '@social-learning/protocol';
import {sql} from 'kysely';
import {ask, createWorld, newKey, type Visitor} from './support/world.ts';
import {png} from './support/sample-files.ts';
import {temporaryFiles, upload} from './support/uploads.ts';
import {makeMentorship} from './support/mentoring.ts';

const world = await createWorld({files: temporaryFiles()}, {kudos: {perWeek: null, pair: null}});
const owner = await world.signIn('Owner');
const asker = await world.signIn('Asker');
const cast = new Map<Role, Visitor | undefined>();
for (const role of roles) cast.set(role, role === 'guest' ? undefined : await world.signIn(`The ${role}`, {roles: role === 'learner' ? [] : [role]}));
const admin = cast.get('admin')!;
const thanked = await world.signIn('Thanked');

const offer = {title: null, help: null, skills: [], topics: [], languages: [], timeZone: 'UTC', capacity: 50, paused: false};
let newcomers = 0;
const newcomer = () => world.signIn(`Newcomer ${++newcomers}`);
const newMentor = async () => {
  const mentor = await world.signIn(`Mentor ${++newcomers}`, {roles: ['mentor']});
  await world.call('mentors.offer', offer, mentor);
  return mentor;
};

/** A mentor to be asked, a request to the author, and a mentorship of the author's. */
async function pairs(author: Visitor) {
  await sql`update mentorship set state = 'cancelled'`.execute(world.app.services.store.db);
  const asked = await makeMentorship(world, {mentor: author, mentee: await newcomer()}, 'requested');
  const own = await makeMentorship(world, {mentor: await newcomer(), mentee: author}, 'active');
  return {asked, own, mentor: await newMentor()};
}
const rules = [{id: 'be-kind', sentence: 'Be kind.', do: null, dont: null}];
await world.call('guidelines.publish', {revision: 0, required: false, rules}, admin);

/** A question with an answer, in a state that makes some conditions true. */
async function scene(locked: boolean, author: Visitor, questioner: Visitor) {
  const {thread} = await ask(world, questioner, {kind: 'question', title: 'Q'});
  const subject = {key: thread.subject.key};
  const {post} = await world.call('posts.create', {subject, source: 'answer'}, author);
  if (locked) await world.call('threads.lock', {thread: thread.id, on: true}, admin);
  const {guidelines} = await world.call('guidelines.read', {});
  const view = await world.call('threads.read', {subject: subject.key});
  return {thread, post, subject, view, version: guidelines!.version};
}

/** Something that a person was told. */
async function notify(person: Visitor): Promise<Id> {
  const id = newKey();
  await sql`
    insert into notification (organisation, id, person, kind, space, at)
    select organisation, ${id}, ${person.id}, ${`test ${id}`}, id, now() from space where organisation = ${world.organisations['red']!} and slug = 'open'`.execute(world.app.services.store.db);
  return id;
}

const steps = [{id: newKey(), text: 'x', note: null, critical: false}];

/** What an endpoint that is not about a conversation is asked for; each has a scene of its own. */
async function sceneInput(name: EndpointName, author: Visitor, visitor: Visitor | undefined): Promise<object | undefined> {
  if (name === 'notifications.read') return {until: visitor ? await notify(visitor) : newKey()};
  if (name === 'kudos.withdraw') return {kudos: (await world.call('kudos.give', {to: [thanked.id], message: 'Thanks.'}, author)).kudos.id};
  if (name === 'files.read') return fileInput(author);
  if (name.startsWith('content.')) return contentInput(name, author);
  if (name.startsWith('checklists.')) return checklistInput(name, author);
  if (!name.startsWith('mentorships.')) return undefined;
  const {asked, own, mentor} = await pairs(author);
  if (name === 'mentorships.request') return {mentor: mentor.id, goal: 'x'};
  if (name === 'mentorships.answer') return {mentorship: asked, accept: false};
  if (name === 'mentorships.notes') return {mentorship: own};
  if (name === 'mentorships.note') return {mentorship: own, side: 'mentee', text: 'x', revision: 0};
  return name === 'mentorships.end' ? {mentorship: own} : {};
}

async function fileInput(author: Visitor): Promise<object> {
  const {id: file} = await upload(world, author, 'picture.png', png());
  await world.call('posts.create', {subject: {key: `picture ${file}`}, source: `![A picture](file:${file})`}, author);
  return {file};
}

async function contentInput(name: EndpointName, author: Visitor): Promise<object> {
  const link = {title: 'A link', link: 'https://example.org/'};
  if (name === 'content.create') return {kind: 'link', ...link};
  if (['content.list', 'content.own', 'content.terms'].includes(name)) return {};
  const {item} = await world.call('content.create', {kind: 'link', ...link}, author);
  await world.call('content.publish', {item: item.id}, author);
  return {item: item.id, ...(name === 'content.edit' && {revision: 1, ...link})};
}

async function checklistInput(name: EndpointName, author: Visitor): Promise<object> {
  const words = {title: 'T', description: null, steps};
  if (name === 'checklists.create') return words;
  if (name === 'checklists.list') return {};
  const {checklist: {id}} = await world.call('checklists.create', words, author);
  await world.call('checklists.publish', {checklist: id, revision: 1}, author);
  if (name === 'checklists.edit') return {checklist: id, revision: 1, ...words};
  if (name === 'checklists.publish') return {checklist: id, revision: 1};
  return {checklist: id, ...(name === 'checklists.tick' && {step: steps[0]!.id, on: true, order: 1})};
}

type Conversational = Exclude<EndpointName, `${'mentorships' | 'content' | 'checklists'}.${string}` | 'notifications.read' | 'kudos.withdraw' | 'files.read'>;

const input = (name: Conversational, {thread, post, subject, view, version}: Awaited<ReturnType<typeof scene>>): object => ({
  'spaces.join': {}, 'mentors.list': {}, 'mentors.read': {}, 'mentors.offer': offer,
  'threads.read': {subject: subject.key}, 'threads.list': {}, 'threads.search': {text: 'x'}, 'threads.lock': {thread: thread.id, on: true}, 'threads.follow': {thread: thread.id, on: true}, 'mine.read': {thread: thread.id},
  'posts.list': {thread: thread.id}, 'posts.create': {subject, source: 'x'}, 'posts.edit': {post: post.id, revision: 1, source: 'x'},
  'posts.remove': {post: post.id}, 'posts.react': {post: post.id, kind: 'thanks', on: true}, 'posts.accept': {post: post.id, on: true}, 'posts.search': {thread: thread.id, text: 'x'}, 'posts.pin': {post: post.id, on: true},
  'presence.say': {topic: view.topic, state: 'reading'}, 'sources.read': {post: post.id}, 'revisions.list': {post: post.id}, 'session.create': {token: ''}, 'me.read': {}, 'spaces.list': {},
  'points.list': {}, 'points.rules': {}, 'points.rule': {activity: 'asked', points: 1, capPerDay: 5}, 'leaderboard.read': {}, 'leaderboard.choose': {ranked: true},
  'people.list': {}, 'people.read': {}, 'people.edit': {title: null, location: null, timeZone: null, languages: [], skills: [], listed: true, hidden: []}, 'kudos.list': {}, 'kudos.give': {to: [thanked.id], message: 'Thanks.'}, 'kudos.terms': {}, 'kudos.rings': {},
  'notifications.list': {}, 'notifications.choose': {kind: 'kudos', on: true},
  'guidelines.read': {}, 'guidelines.publish': {revision: version, required: false, rules}, 'guidelines.accept': {version},
  'reports.create': {target: {type: 'post', id: post.id}, note: ''}, 'reports.list': {}, 'notices.list': {}, 'cases.list': {}, 'audit.list': {},
  'cases.decide': {target: {type: 'post', id: post.id}, revision: 0, action: 'hide', reason: 'x'},
})[name];

for (const name of Object.keys(endpoints) as EndpointName[]) {
  const action: Action | null = endpoints[name].permission;
  if (action === null) continue;
  for (const role of roles) {
    test(`${name} does for a ${role} exactly what the table says`, async () => {
      const visitor = cast.get(role);
      const held: Role[] = visitor ? ['learner', role] : [];
      for (const locked of [false, true]) {
        for (const own of visitor ? [false, true] : [false]) {
          for (const asks of visitor ? [false, true] : [false]) {
            const author = own ? visitor! : owner;
            const facts = new Set<Condition>(['readable', 'editable']);
            if (visitor) facts.add('postable');
            if (!locked) facts.add('open');
            if (own) facts.add('own').add('asked');
            else facts.add('others');
            if (asks) facts.add('asker');
            const asked = (await sceneInput(name, author, visitor)) ??
              input(name as Conversational, await scene(locked, author, asks ? visitor! : asker));
            const {status, body} = await world.raw(name, asked as never, visitor);
            const expected = isAllowed(action, held, facts);
            const about = `${name} by ${role}, locked ${locked}, own ${own}, asker ${asks}: ${JSON.stringify(body)}`;
            assert.equal(status === 200, expected, about);
            if (!expected) assert.ok((visitor ? ['forbidden', 'locked'] : ['unauthenticated']).includes((body as Problem).code), about);
          }
        }
      }
    });
  }
}

test('every act asks for a permission', () => {
  for (const name of Object.keys(endpoints) as EndpointName[]) if (isAct(name)) assert.notEqual(endpoints[name].permission, null, name);
});

test('a space for reading only takes posts from nobody but who looks after all', async () => {
  for (const role of ['learner', 'mentor', 'moderator', 'admin'] as const) {
    const problem = await world.refusal('posts.create', {space: 'archive', subject: {key: 'a'}, source: 'x'}, cast.get(role));
    assert.equal(problem.code, 'forbidden');
  }
});

test('a space for those who are signed in is not there for guests', async () => {
  await ask(world, owner, {space: 'inside', subject: {key: 'in'}});
  assert.equal((await world.refusal('threads.read', {subject: 'in', space: 'inside'})).code, 'not-found');
  assert.equal((await world.call('threads.read', {subject: 'in', space: 'inside'}, owner)).posts.items.length, 1);
});

test('A2: what one wrote can be edited for as long as the organisation says', async () => {
  let time = Date.now();
  const limited = await createWorld({now: () => time}, {editWindow: 600, floodInterval: 0});
  const visitor = await limited.signIn('Ann');
  const {post} = await ask(limited, visitor);
  assert.equal((await limited.call('me.read', {}, visitor)).limits.editWindow, 600);
  time += 599_000;
  await limited.call('posts.edit', {post: post.id, revision: 1, source: 'x'}, visitor);
  time += 2_000;
  assert.equal((await limited.refusal('posts.edit', {post: post.id, revision: 2, source: 'y'}, visitor)).code, 'edit-window-closed');
  await limited.call('posts.remove', {post: post.id}, visitor);
});

test('who posts faster than the flood interval is told how long to wait', async () => {
  let time = Date.now();
  const limited = await createWorld({now: () => time}, {floodInterval: 30});
  const visitor = await limited.signIn('Ann');
  const replies = await Promise.all([1, 2, 3].map(number => limited.raw('posts.create', {subject: {key: 'f'}, source: `${number}`}, visitor)));
  assert.deepEqual(replies.map(({status}) => status).toSorted(), [200, 429, 429]);
  const late = replies.find(({status}) => status === 429)!;
  assert.equal(late.headers.get('retry-after'), '30');
  time += 30_000;
  await limited.call('posts.create', {subject: {key: 'f'}, source: 'later'}, visitor);
});

test('one person who acts too often is held back, and nobody else', async () => {
  const limited = await createWorld({rateLimit: {perSecond: 1, burst: 5}});
  const [ann, bob] = [await limited.signIn('Ann'), await limited.signIn('Bob')];
  const {post} = await ask(limited, bob);
  const replies = await Promise.all(Array.from({length: 12}, () => limited.raw('posts.react', {post: post.id, kind: 'thanks', on: true}, ann)));
  assert.ok(replies.filter(({status}) => status === 200).length <= 6);
  const refused = replies.find(({status}) => status === 429)!;
  assert.ok(refused.headers.get('retry-after') && refused.headers.get('ratelimit') && refused.headers.get('ratelimit-policy'));
  await limited.call('posts.react', {post: post.id, kind: 'thanks', on: true}, bob);
});
