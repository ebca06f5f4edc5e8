import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endpoints, isAct, type EndpointName, type Id, type Input, type Problem} from '@social-learning/protocol';
import {grantRole} from '@social-learning/server';
import {sql} from 'kysely';
import {wav} from './support/sample-files.ts';
import {temporaryFiles, upload} from './support/uploads.ts';
import {makeMentorship} from './support/mentoring.ts';
import {ask, createWorld, newKey, type Visitor, type World} from './support/world.ts';

const world = await createWorld({files: temporaryFiles()});
const ann = await world.signIn('Ann', {roles: ['admin']});
const bea = await world.signIn('Bea', {organisation: 'blue', roles: ['admin']});
const mine = await ask(world, ann, {subject: {key: 'shared key'}, kind: 'question', title: 'Ours', source: 'red words'});
const answer = await world.call('posts.create', {subject: {key: 'shared key'}, source: 'red answer'}, ann);
const theirs = await makeMentorship(world, {mentor: ann, mentee: await world.signIn('Mia')}, 'requested');
const learning = await makeMentorship(world, {mentor: ann, mentee: await world.signIn('Mio')}, 'active');
await world.call('mentorships.note', {mentorship: learning, side: 'mentor', text: 'red note', revision: 0}, ann);
const thea = await world.signIn('Thea');
const {kudos} = await world.call('kudos.give', {post: answer.post.id, message: 'red thanks'}, thea);
const {id: file} = await upload(world, ann, 'tone.wav', wav());
const {item} = await world.call('content.create', {kind: 'audio', title: 'red tone', file}, ann);
await world.call('content.publish', {item: item.id}, ann);
const steps = [{id: newKey(), text: 'red step', note: null, critical: true}];
const {checklist} = await world.call('checklists.create', {subject: {key: 'shared key'}, title: 'red list', description: null, steps}, ann);
await world.call('checklists.publish', {checklist: checklist.id, revision: 1}, ann);
await world.call('checklists.tick', {checklist: checklist.id, step: steps[0]!.id, on: true, order: 1}, thea);
await world.app.settled();
const [told] = (await world.call('notifications.list', {}, ann)).notifications.items;
const tables = [
  'space', 'person', 'subject', 'thread', 'post', 'reaction', 'role', 'intent', 'activity', 'kudos', 'kudos_recipient', 'kudos_tally', 'content_item', 'file',
  'membership', 'mentor_profile', 'mentorship', 'mentorship_note', 'notification', 'follow', 'post_revision', 'points_rule', 'points_entry', 'points_total', 'guidelines', 'agreement', 'moderation_case', 'report', 'audit',
  'checklist', 'checklist_revision', 'checklist_run', 'checklist_tick',
];

/** Those that name nothing by an id of ours. */
const without = [
  'session.create', 'presence.say', 'me.read', 'spaces.list', 'threads.list', 'threads.search', 'threads.read', 'spaces.join', 'mentors.list', 'mentors.read', 'mentors.offer', 'mentorships.list',
  'people.list', 'people.read', 'people.edit', 'kudos.terms', 'kudos.rings', 'content.list', 'content.own', 'content.terms', 'content.create', 'points.list', 'points.rules', 'points.rule', 'leaderboard.read', 'leaderboard.choose', 'notifications.list', 'notifications.choose', 'checklists.list', 'checklists.create', 'guidelines.read', 'guidelines.publish', 'guidelines.accept',
  'reports.list', 'notices.list', 'cases.list', 'audit.list',
] as const satisfies readonly EndpointName[];
type Unnamed = (typeof without)[number];

/** Things of somebody's, by their ids. */
interface Things {
  readonly post: Id;
  readonly thread: Id;
  readonly thanks: Id;
  readonly item: Id;
  readonly person: Id;
  readonly mentorship: Id;
  readonly notification: Id;
  readonly checklist: Id;
}

const ours: Things = {post: answer.post.id, thread: mine.thread.id, thanks: kudos.id, item: item.id, person: ann.id, mentorship: theirs, notification: told!.id, checklist: checklist.id};
const nothing = (): Things => ({post: newKey(), thread: newKey(), thanks: newKey(), item: newKey(), person: newKey(), mentorship: newKey(), notification: newKey(), checklist: newKey()});

/** What each endpoint is asked for with the ids of a thing. */
function inputs({post, thread, thanks, item, person, mentorship, notification, checklist}: Things): {[Name in Exclude<EndpointName, Unnamed>]: Input<Name>} {
  return {
    'files.read': {file: item},
    'posts.search': {thread, text: 'answer'},
    'posts.pin': {post, on: true},
    'threads.lock': {thread, on: true},
    'threads.follow': {thread, on: true},
    'mine.read': {thread},
    'posts.list': {thread},
    'posts.create': {subject: {key: 'another subject'}, parent: post, source: 'x'},
    'posts.edit': {post, revision: 1, source: 'x'},
    'posts.remove': {post},
    'posts.react': {post, kind: 'thanks', on: true},
    'posts.accept': {post, on: true},
    'sources.read': {post},
    'revisions.list': {post},
    'mentorships.request': {mentor: person, goal: 'x'},
    'mentorships.answer': {mentorship, accept: true},
    'mentorships.end': {mentorship},
    'mentorships.notes': {mentorship},
    'mentorships.note': {mentorship, side: 'shared', text: 'x', revision: 0},
    'kudos.list': {post},
    'kudos.give': {post, message: 'x'},
    'kudos.withdraw': {kudos: thanks},
    'content.read': {item},
    'content.edit': {item, revision: 1, title: 'x'},
    'content.publish': {item},
    'content.archive': {item},
    'content.remove': {item},
    'notifications.read': {until: notification},
    'checklists.read': {checklist},
    'checklists.mine': {checklist},
    'checklists.progress': {checklist},
    'checklists.edit': {checklist, revision: 1, title: 'x', description: null, steps},
    'checklists.publish': {checklist, revision: 1},
    'checklists.archive': {checklist},
    'checklists.tick': {checklist, step: steps[0]!.id, on: true, order: 2},
    'reports.create': {target: {type: 'post', id: post}, note: ''},
    'cases.decide': {target: {type: 'post', id: post}, revision: 0, action: 'dismiss'},
  };
}

test('every endpoint that takes an id is in the list of this test', () => {
  assert.deepEqual([...Object.keys(inputs(ours)), ...without].toSorted(), Object.keys(endpoints).toSorted());
});

for (const name of Object.keys(inputs(ours)) as (keyof ReturnType<typeof inputs>)[]) {
  test(`A3, A4: ${name} answers another organisation's ids as if they were not there`, async () => {
    const before = await countRows();
    const foreign = await world.raw(name, inputs(ours)[name] as never, bea);
    const missing = await world.raw(name, inputs(nothing())[name] as never, bea);
    assert.equal(foreign.status, 404);
    const strip = ({requestId: _, ...problem}: Problem) => problem;
    assert.deepEqual(strip(foreign.body as Problem), strip(missing.body as Problem));
    assert.deepEqual([...foreign.headers].filter(([header]) => header !== 'content-length'), [...missing.headers].filter(([header]) => header !== 'content-length'));
    assert.deepEqual(await countRows(), before);
  });
}

test('the same subject, space and idempotency key in two organisations are two things', async () => {
  const key = newKey();
  const red = await ask(world, ann, {subject: {key: 'twin'}, source: 'red'}, key);
  const blue = await ask(world, bea, {subject: {key: 'twin'}, source: 'blue'}, key);
  assert.equal(red.post.id, blue.post.id);
  assert.notEqual(red.thread.id, blue.thread.id);
  assert.notDeepEqual(red.post.content, blue.post.content);
  const text = (reply: {text: string}) => reply.text;
  const listed = text(await world.raw('threads.read', {subject: 'twin'}, bea));
  assert.ok(listed.includes('blue') && !listed.includes('"red"'));
});

test('A12: every read stays in its organisation even where another has rows with the same ids', async () => {
  const red = world.organisations['red']!;
  const blue = world.organisations['blue']!;
  const {db} = world.app.services.store;
  // A third organisation is a mirror of the first, id for id, with other words.
  const mirror = newKey();
  await sql`insert into organisation (id, slug, name, time_zone, default_space) select ${mirror}, 'mirror', 'Mirror', time_zone, default_space from organisation where id = ${red}`.execute(db);
  await world.call('posts.react', {post: answer.post.id, kind: 'thanks', on: true}, ann);
  await world.call('posts.accept', {post: answer.post.id, on: true}, ann);
  const rules = [{id: 'be-kind', sentence: 'Be kind.', do: null, dont: null}];
  const cleo = await world.signIn('Cleo');
  await world.call('guidelines.publish', {revision: 0, required: false, rules}, ann);
  await world.call('guidelines.accept', {version: 1}, ann);
  await world.call('reports.create', {target: {type: 'post', id: answer.post.id}, rule: 'be-kind', note: 'red note'}, cleo);
  const {post: hers} = await world.call('posts.create', {subject: {key: 'shared key'}, source: 'hers'}, cleo);
  await world.call('reports.create', {target: {type: 'post', id: hers.id}, rule: 'be-kind', note: 'red note'}, ann);
  for (const table of tables) {
    const {rows} = await sql<{name: string}>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and table_schema = current_schema() and column_name <> 'organisation' and coalesce(column_default, '') not like 'nextval%' order by ordinal_position`.execute(db);
    const columns = rows.map(({name}) => name);
    const copied = columns.map(name => (['name', 'title', 'description', 'label', 'source', 'text', 'message', 'value_name', 'note', 'reason'].includes(name) && table !== 'intent' ? `'MIRRORED'` : name === 'content' ? `'{"type":"root","children":[{"type":"html","value":"MIRRORED"}]}'::jsonb` : `"${name}"`));
    await db.executeQuery(sql.raw(`insert into "${table}" (organisation, ${columns.map(name => `"${name}"`).join(', ')})
      select '${mirror}', ${copied.join(', ')} from "${table}" where organisation = '${red}'`).compile(db));
  }
  assert.ok(blue);
  world.app.services.pages.dropOrganisation(red);
  world.app.services.directory.forget();
  const reads: [EndpointName, object][] = [
    ['me.read', {}], ['spaces.list', {}], ['threads.read', {subject: 'shared key'}], ['threads.list', {}], ['threads.search', {text: 'mirrored'}], ['posts.list', {thread: mine.thread.id}], ['posts.search', {thread: mine.thread.id, text: 'answer'}],
    ['posts.list', {thread: mine.thread.id, around: answer.post.id}], ['posts.list', {thread: mine.thread.id, from: 'end'}],
    ['mine.read', {thread: mine.thread.id}], ['sources.read', {post: answer.post.id}], ['revisions.list', {post: answer.post.id}],
    ['checklists.read', {checklist: checklist.id}], ['checklists.read', {subject: 'shared key'}], ['checklists.list', {}],
    ['checklists.mine', {checklist: checklist.id}], ['checklists.progress', {checklist: checklist.id}],
    ['points.list', {}], ['points.rules', {}], ['leaderboard.read', {view: 'top'}], ['leaderboard.read', {view: 'teams'}],
    ['people.list', {}], ['people.read', {}], ['people.read', {person: thea.id}], ['mentorships.notes', {mentorship: learning}], ['kudos.list', {}], ['kudos.list', {post: answer.post.id}], ['kudos.list', {person: ann.id}], ['kudos.terms', {}], ['kudos.rings', {}], ['content.list', {}], ['content.own', {}], ['content.terms', {}], ['content.read', {item: item.id}],
    ['guidelines.read', {}], ['reports.list', {}], ['notices.list', {}], ['cases.list', {}], ['audit.list', {}],
  ];
  for (const [name, input] of reads) {
    const {status, text} = await world.raw(name, input as never, ann);
    assert.equal(status, 200, `${name}: ${text}`);
    assert.ok(!text.includes('MIRRORED'), `${name} shows rows of another organisation: ${text}`);
  }
  const {reactions} = await world.call('mine.read', {thread: mine.thread.id}, ann);
  assert.equal(reactions.length, 1);
  const {posts} = await world.call('threads.read', {subject: 'shared key'});
  assert.equal(posts.items.length, 3);
  assert.equal((await world.call('threads.list', {})).items.filter(({id}) => id === mine.thread.id).length, 1);

  // What follows from the copied lines of the log is the other organisation's own.
  await world.app.settled();
  const snapshot = () => mirrored(mirror);
  const before = await snapshot();
  const acts: [EndpointName, object, Visitor?][] = [
    ['posts.create', {subject: {key: 'shared key'}, source: 'x', parent: answer.post.id}], ['posts.edit', {post: answer.post.id, revision: 1, source: 'y'}],
    ['posts.react', {post: answer.post.id, kind: 'celebrate', on: true}], ['posts.react', {post: answer.post.id, kind: 'thanks', on: false}],
    ['posts.accept', {post: answer.post.id, on: false}], ['posts.pin', {post: answer.post.id, on: true}], ['posts.pin', {post: answer.post.id, on: false}], ['threads.follow', {thread: mine.thread.id, on: true}], ['threads.follow', {thread: mine.thread.id, on: false}], ['threads.lock', {thread: mine.thread.id, on: true}], ['threads.lock', {thread: mine.thread.id, on: false}],
    ['kudos.give', {to: [thea.id], subject: {key: 'shared key'}, message: 'y'}], ['kudos.withdraw', {kudos: kudos.id}, thea],
    ['content.edit', {item: item.id, revision: 1, title: 'y'}], ['content.archive', {item: item.id}], ['content.publish', {item: item.id}], ['content.remove', {item: item.id}],
    ['points.rule', {activity: 'asked', points: 5, capPerDay: 50}], ['leaderboard.choose', {ranked: false}], ['leaderboard.choose', {ranked: true}],
    ['posts.remove', {post: answer.post.id}], ['mentorships.note', {mentorship: learning, side: 'mentor', text: 'y', revision: 1}],
    ['people.edit', {title: 'x', location: null, timeZone: null, languages: [], skills: [], listed: true, hidden: []}],
    ['checklists.create', {title: 'y', description: null, steps}], ['checklists.tick', {checklist: checklist.id, step: steps[0]!.id, on: false, order: 3}, thea],
    ['checklists.edit', {checklist: checklist.id, revision: 1, title: 'y', description: null, steps}],
    ['checklists.publish', {checklist: checklist.id, revision: 2}], ['checklists.archive', {checklist: checklist.id}],
    ['guidelines.publish', {revision: 1, required: false, rules}], ['guidelines.accept', {version: 2}],
    ['reports.create', {target: {type: 'person', id: cleo.id}, rule: 'be-kind', note: 'x'}],
    ['cases.decide', {target: {type: 'post', id: hers.id}, revision: 0, action: 'hide', reason: 'x', rule: 'be-kind'}],
    ['cases.decide', {target: {type: 'post', id: hers.id}, revision: 1, action: 'restore'}],
    ['cases.decide', {target: {type: 'person', id: cleo.id}, revision: 0, action: 'warn', reason: 'x'}],
  ];
  for (const [name, input, visitor = ann] of acts) {
    const {status, text} = await world.raw(name, input as never, visitor);
    assert.equal(status, 200, `${name}: ${text}`);
    assert.ok(!text.includes('MIRRORED'), name);
    assert.deepEqual(await snapshot(), before, `${name} changed rows of another organisation`);
  }
});

test('A1, A8: nobody changes what is another’s, and a moderator of one space is none of another', async () => {
  const red = world.organisations['red']!;
  const {db} = world.app.services.store;
  const cas = await world.signIn('Cas');
  const {rows: [open]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'open'`.execute(db);
  await sql`insert into role (organisation, id, person, space, role) values (${red}, ${newKey()}, ${cas.id}, ${open!.id}, 'moderator')`.execute(db);
  world.app.services.standings.forget(red, cas.id);
  const eva = await world.signIn('Eva');
  const here = await ask(world, eva);
  const there = await ask(world, eva, {space: 'inside'});
  for (const visitor of [cas, await world.signIn('Dan')]) {
    assert.equal((await world.refusal('posts.edit', {post: here.post.id, revision: 1, source: 'x'}, visitor)).code, 'forbidden');
    assert.equal((await world.refusal('posts.remove', {post: there.post.id}, visitor)).code, 'forbidden');
    assert.equal((await world.refusal('threads.lock', {thread: there.thread.id, on: true}, visitor)).code, 'forbidden');
  }
  await world.call('threads.lock', {thread: here.thread.id, on: true}, cas);
  await world.call('posts.remove', {post: here.post.id}, cas);
});

test('A6: a closed space is not there for those outside, by any way', async () => {
  const red = world.organisations['red']!;
  const {db} = world.app.services.store;
  const outside = await world.signIn('Gus');
  const {rows: [club]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'club'`.execute(db);
  const member = await newMember(world, 'Fay', club!.id);
  const {post, thread} = await ask(world, member, {space: 'club', source: 'club words'});
  const {topic} = await world.call('threads.read', {subject: thread.subject.key, space: 'club'}, member);
  const mentorship = await makeMentorship(world, {mentor: member, mentee: ann, space: 'club'}, 'requested');
  const closed = await world.call('kudos.give', {post: post.id, message: 'club words'}, await newMember(world, 'Hal', club!.id));
  const list = await world.call('checklists.create', {space: 'club', title: 'club words', description: null, steps}, member);
  await world.call('checklists.publish', {checklist: list.checklist.id, revision: 1}, member);
  const wall = await world.call('kudos.list', {space: 'club'}, member);
  const {item: shared} = await world.call('content.create', {space: 'club', kind: 'link', title: 'club words', link: 'https://club.example/'}, member);
  await world.call('content.publish', {item: shared.id}, member);
  for (const visitor of [outside, undefined]) {
    const replies = await Promise.all([
      ...(Object.entries(inputs({post: post.id, thread: thread.id, thanks: closed.kudos.id, item: shared.id, person: member.id, mentorship, notification: newKey(), checklist: list.checklist.id})) as [EndpointName, never][]).map(([name, input]) => world.raw(name, input, visitor)),
      world.raw('threads.read', {subject: thread.subject.key, space: 'club'}, visitor), world.raw('threads.list', {space: 'club'}, visitor), world.raw('threads.search', {space: 'club', text: 'club words'}, visitor),
      world.request('GET', `/v1/feed?topics=${topic}`, {visitor}), world.request('GET', `/v1/feed?topics=${wall.topic}`, {visitor}),
      world.raw('kudos.list', {space: 'club'}, visitor), world.raw('content.list', {space: 'club'}, visitor), world.raw('checklists.list', {space: 'club'}, visitor), world.raw('content.own', {space: 'club'}, visitor), world.raw('kudos.terms', {space: 'club'}, visitor), world.raw('people.list', {space: 'club'}, visitor),
    ]);
    for (const {status, text} of replies) {
      assert.ok(status === 404 || (visitor === undefined && status === 401), text);
      assert.ok(!text.includes('club words'));
    }
    assert.ok(!(await world.call('spaces.list', {}, visitor)).items.some(({slug}) => slug === 'club'));
  }
  assert.equal((await world.call('threads.read', {subject: thread.subject.key, space: 'club'}, member)).posts.items.length, 1);
});

test('acts need a person, and an idempotency key', async () => {
  for (const [name, input] of Object.entries(inputs(ours)) as [EndpointName, never][]) {
    if (!isAct(name)) continue;
    const {status} = await world.raw(name, input, undefined as unknown as Visitor);
    assert.ok(status === 401 || status === 404 || status === 410, `${name}: ${status}`);
    const keyless = await world.request('POST', endpoints[name].path, {visitor: ann, body: '{}', headers: {'content-type': 'application/json'}});
    assert.equal((keyless.body as Problem).code, 'idempotency-key-missing');
    const odd = await world.request('POST', endpoints[name].path, {visitor: ann, body: '{}', headers: {'content-type': 'application/json', 'idempotency-key': 'x'}});
    assert.equal(odd.status, 422);
  }
});

async function newMember({app, signIn, organisations}: World, name: string, space: Id): Promise<Visitor> {
  const visitor = await signIn(name);
  await grantRole(app.services.store, organisations['red']!, visitor.id, 'learner', space);
  app.services.standings.forget(organisations['red']!, visitor.id);
  return visitor;
}

async function countRows(): Promise<Record<string, string>> {
  await world.app.settled();
  const {db} = world.app.services.store;
  const counts: Record<string, string> = {};
  for (const table of tables) {
    counts[table] = (await sql<{count: string}>`select count(*)::text as count from ${sql.table(table)}`.execute(db)).rows[0]!.count;
  }
  return counts;
}

async function mirrored(organisation: string): Promise<unknown> {
  const {db} = world.app.services.store;
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    all[table] = (await sql`select to_jsonb(t) as row from ${sql.table(table)} t where organisation = ${organisation} order by to_jsonb(t)::text`.execute(db)).rows;
  }
  return all;
}
