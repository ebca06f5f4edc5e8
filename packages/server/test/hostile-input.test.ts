import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endpoints, isAct, type ActName, type EndpointName, type Problem} from '@social-learning/protocol';
import {sql} from 'kysely';
import {png} from './support/sample-files.ts';
import {temporaryFiles, upload} from './support/uploads.ts';
import {makeMentorship} from './support/mentoring.ts';
import {actNames, ask, createWorld, newKey} from './support/world.ts';

const world = await createWorld({files: temporaryFiles()});
const admin = await world.signIn('Admin', {roles: ['admin']});
const ann = await world.signIn('Ann');
const {post, thread} = await ask(world, ann, {kind: 'question', title: 'Q'});
await world.call('guidelines.publish', {revision: 0, required: false, rules: [{id: 'be-kind', sentence: 'Be kind.', do: null, dont: null}]}, admin);

const {checklist} = await world.call('checklists.create', {title: 'T', description: null, steps: [{id: newKey(), text: 'x', note: null, critical: false}]}, ann);
await world.call('checklists.publish', {checklist: checklist.id, revision: 1}, ann);
await world.call('checklists.tick', {checklist: checklist.id, step: checklist.steps[0]!.id, on: true, order: 1}, ann);

/** A good input of each act: what is done to it here must make it bad. */
const good: Readonly<Record<ActName, object>> = {
  'posts.create': {subject: {key: 'hostile', title: 'T', url: 'https://x.example'}, kind: 'discussion', title: 'T', source: 'x'},
  'posts.edit': {post: post.id, revision: 7, source: 'x'},
  'posts.remove': {post: newKey()},
  'posts.react': {post: newKey(), kind: 'thanks', on: true},
  'posts.accept': {post: newKey(), on: true},
  'posts.pin': {post: newKey(), on: true},
  'threads.lock': {thread: newKey(), on: true},
  'threads.follow': {thread: newKey(), on: true},
  'checklists.create': {
    space: 'nowhere', subject: {key: 'x', title: 'x', url: 'https://x.example'}, title: 'x', description: 'x',
    steps: [{id: newKey(), text: 'x', note: 'x', critical: true}],
  },
  'checklists.edit': {checklist: newKey(), revision: 7, title: 'x', description: 'x', steps: [{id: newKey(), text: 'x', note: 'x', critical: true}]},
  'checklists.publish': {checklist: newKey(), revision: 7},
  'checklists.archive': {checklist: newKey()},
  'checklists.tick': {checklist: newKey(), step: newKey(), on: true, order: 7},
  'guidelines.publish': {space: 'open', revision: 7, required: true, rules: [{id: 'be-kind', sentence: 'Be kind.', do: 'x', dont: 'y'}]},
  'guidelines.accept': {space: 'open', version: 7},
  'reports.create': {space: 'open', target: {type: 'post', id: newKey()}, rule: 'be-kind', note: 'x'},
  'spaces.join': {space: 'nowhere'},
  'people.edit': {space: 'nowhere', title: 'x', location: 'x', timeZone: 'UTC', languages: ['nl'], skills: ['x'], listed: true, hidden: ['skills']},
  'mentors.offer': {
    space: 'nowhere', title: 'x', help: 'x', skills: ['x'], topics: ['x'], languages: ['nl'], timeZone: 'UTC', capacity: 1, paused: false,
  },
  'mentorships.request': {space: 'nowhere', mentor: newKey(), goal: 'x'},
  'mentorships.answer': {mentorship: newKey(), accept: true},
  'mentorships.end': {mentorship: newKey()},
  'mentorships.note': {mentorship: newKey(), side: 'shared', text: 'x', revision: 7},
  'kudos.give': {space: 'nowhere', to: [newKey()], subject: {key: 'x', title: 'x', url: 'https://x.example'}, message: 'x'},
  'kudos.withdraw': {kudos: newKey()},
  'content.create': {
    space: 'open', subject: {key: 'x', title: 'x', url: 'https://x.example'}, kind: 'video', file: newKey(), title: 'x', description: 'x', alt: 'x', skills: ['x'],
    captions: [{file: newKey(), language: 'en', label: 'x'}],
  },
  'content.edit': {item: newKey(), revision: 7, title: 'x', description: 'x', alt: 'x', skills: ['x'], link: 'https://x.example', captions: []},
  'content.publish': {item: newKey()},
  'content.archive': {item: newKey()},
  'content.remove': {item: newKey()},
  'points.rule': {space: 'open', activity: 'asked', points: 1, capPerDay: 2},
  'leaderboard.choose': {ranked: true},
  'notifications.read': {until: newKey()},
  'notifications.choose': {kind: 'kudos', on: true},
  'cases.decide': {space: 'open', target: {type: 'post', id: newKey()}, revision: 7, action: 'hide', reason: 'x', rule: 'be-kind'},
};

const send = (name: ActName, body: string) => world.request('POST', endpoints[name].path, {
  visitor: admin, body, headers: {'content-type': 'application/json', 'idempotency-key': newKey()},
});

for (const name of actNames) {
  test(`B1: ${name} refuses fields that are not of it, and names them`, async () => {
    for (const field of ['role', 'points', 'author', 'authorId', 'organisation', 'tenantId', 'createdAt', 'kudosCount', 'hidden', 'verified', 'state', 'by', 'decidedBy', 'id']) {
      if (field in good[name]) continue;
      const {status, body} = await send(name, JSON.stringify({...good[name], [field]: 1}));
      assert.deepEqual([status, (body as Problem).code, (body as Problem).field], [422, 'invalid', `/${field}`], name);
    }
  });

  test(`B2: ${name} takes no key that reaches into objects`, async () => {
    const rest = JSON.stringify(good[name]).slice(1);
    for (const key of ['__proto__', '\\u005f_proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      const {status, text} = await send(name, `{"${key}":{"polluted":true,"prototype":{"polluted":true}},${rest}`);
      assert.ok([400, 422].includes(status), text);
    }
    const [first] = Object.keys(good[name]);
    assert.ok([400, 422].includes((await send(name, `{"${first}":null,${rest}`)).status), 'a key that stands twice');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  test(`B4: ${name} answers every odd value with a 4xx, and changes nothing`, async () => {
    const before = await rows();
    for (const [path, value] of leaves(good[name])) {
      for (const odd of oddValues(value)) {
        const {status, text} = await send(name, put(good[name], path, odd));
        assert.ok(status >= 400 && status < 500, `${name} ${path.join('.')} = ${odd}: ${status} ${text}`);
      }
    }
    assert.deepEqual(await rows(), before);
  });
}

test('B3: no answer has a field that the contract does not name', async () => {
  const pair = await makeMentorship(world, {mentor: ann, mentee: admin}, 'active');
  const {id: picture} = await upload(world, ann, 'picture.png', png());
  await world.call('posts.create', {subject: {key: 'hostile picture'}, source: `![x](file:${picture})`}, ann);
  const {item} = await world.call('content.create', {kind: 'link', title: 'x', link: 'https://x.example/'}, admin);
  const reads: Partial<Record<EndpointName, object>> = {
    'me.read': {}, 'spaces.list': {}, 'threads.read': {subject: thread.subject.key}, 'threads.list': {}, 'threads.search': {text: 'x'}, 'posts.search': {thread: thread.id, text: 'x'}, 'files.read': {file: picture}, 'mine.read': {thread: thread.id},
    'checklists.read': {checklist: checklist.id}, 'checklists.list': {}, 'checklists.mine': {checklist: checklist.id}, 'checklists.progress': {checklist: checklist.id},
    'posts.list': {thread: thread.id}, 'sources.read': {post: post.id}, 'revisions.list': {post: post.id}, 'guidelines.read': {}, 'reports.list': {}, 'notices.list': {},
    'cases.list': {}, 'audit.list': {}, 'people.list': {}, 'people.read': {}, 'kudos.list': {}, 'kudos.terms': {}, 'kudos.rings': {}, 'content.list': {}, 'content.own': {}, 'content.terms': {}, 'content.read': {item: item.id}, 'mentors.list': {}, 'mentors.read': {},
    'mentorships.list': {}, 'mentorships.notes': {mentorship: pair}, 'notifications.list': {}, 'points.list': {}, 'points.rules': {}, 'leaderboard.read': {view: 'top'},
  };
  const bob = await world.signIn('Bob');
  await world.call('reports.create', {target: {type: 'post', id: post.id}, rule: 'be-kind', note: 'x'}, bob);
  await world.call('cases.decide', {target: {type: 'post', id: post.id}, revision: 0, action: 'dismiss', reason: 'x', rule: 'be-kind'}, admin);
  await world.call('cases.decide', {target: {type: 'person', id: ann.id}, revision: 0, action: 'warn', reason: 'x'}, admin);
  const left = (Object.keys(endpoints) as EndpointName[]).filter(name => !isAct(name) && !['session.create', 'presence.say'].includes(name) && !(name in reads));
  assert.deepEqual(left, []);
  // `call` holds every answer to its strict schema.
  for (const visitor of [ann, bob, admin]) {
    for (const [name, input] of Object.entries(reads) as [EndpointName, never][]) {
      const {status, text} = await world.raw(name, input, visitor);
      if (status === 200) await world.call(name, input, visitor);
      assert.ok(!/"(external|email|secret|hash|ip)"/.test(text), `${name}: ${text}`);
    }
  }
});

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return [[path, value], ...Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, Array.isArray(value) ? Number(key) : key]))]
    .filter(([each]) => (each as Path).length > 0) as [Path, unknown][];
}

/** Odd values as they are written: not all of them are what JSON.stringify would write. */
function oddValues(value: unknown): string[] {
  const always = ['[]', '{}', '"\\u0000"', '"\\ud800"', '1e400', '-1', '1.5', '9007199254740993', '1e308', JSON.stringify('x'.repeat(25_000))];
  if (typeof value === 'string') return [...always, 'null', 'true', '0', '"a\\u0000b"', '"\\udc00"'].filter(odd => odd !== '"\\udc00"' || value !== '');
  if (typeof value === 'number') return [...always, 'null', '"NaN"', '"1"', '-2147483649', '2147483648', '4294967296', 'true'];
  if (typeof value === 'boolean') return [...always, 'null', '0', '"true"'];
  return [...always, 'null', '"x"'];
}

/** The input with one value in it replaced by a text of JSON. */
function put(input: object, path: Path, odd: string): string {
  const copy = structuredClone(input) as Record<string | number, unknown>;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1)!] = 'PUT HERE';
  return JSON.stringify(copy).replace('"PUT HERE"', () => odd);
}

async function rows(): Promise<string> {
  await world.app.settled();
  const {db} = world.app.services.store;
  const counts: string[] = [];
  for (const table of ['post', 'thread', 'subject', 'activity', 'guidelines', 'agreement', 'moderation_case', 'report', 'audit', 'intent', 'kudos', 'mentor_profile', 'mentorship', 'membership', 'checklist', 'checklist_revision', 'checklist_run', 'checklist_tick']) {
    counts.push((await sql<{count: string}>`select count(*)::text as count from ${sql.table(table)}`.execute(db)).rows[0]!.count);
  }
  return counts.join();
}
