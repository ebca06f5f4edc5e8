import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Case, Id, Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {grantRole} from '@social-learning/server';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const mo = await world.signIn('Mo', {roles: ['moderator']});
const mia = await world.signIn('Mia', {roles: ['moderator']});
const curator = await world.signIn('Cur', {roles: ['curator']});
await world.call('guidelines.publish', {
  revision: 0, required: false, rules: [{id: 'be-kind', sentence: 'Be kind.', do: null, dont: null}],
}, curator);

const target = (id: Id) => ({type: 'post', id}) as const;
const report = (id: Id, visitor = bob, input: Partial<Input<'reports.create'>> = {}) =>
  world.call('reports.create', {target: target(id), rule: 'be-kind', note: 'This hurts.', ...input}, visitor);
const decide = (id: Id, action: Input<'cases.decide'>['action'], revision = 0, visitor = mo) =>
  world.call('cases.decide', {target: target(id), revision, action, reason: 'Not kind.', rule: 'be-kind'}, visitor);
const queue = async (visitor: Visitor = mo) => (await world.call('cases.list', {limit: 100}, visitor)).cases.items;
const caseOf = async (id: Id, visitor?: Visitor): Promise<Case | undefined> => (await queue(visitor)).find(found => found.target.id === id);

test('several reports of one thing are one case, with its content in context', async () => {
  const {post: parent, thread} = await ask(world, ann, {kind: 'question', title: 'How?', source: 'how'});
  const {post} = await world.call('posts.create', {subject: {key: thread.subject.key}, source: 'unkind words', parent: parent.id}, ann);
  const cleo = await world.signIn('Cleo');
  const {report: first} = await report(post.id);
  await report(post.id, cleo, {note: 'Me too.'});
  assert.deepEqual([first.state, first.sentence, first.guidelines], ['open', 'Be kind.', 1]);
  assert.equal((await world.refusal('reports.create', {target: target(post.id), note: ''}, bob)).code, 'reported-already');
  const found = (await caseOf(post.id))!;
  assert.deepEqual(found.reports.map(({by, note}) => [by?.name, note]), [['Bob', 'This hurts.'], ['Cleo', 'Me too.']]);
  assert.deepEqual([found.content.post?.id, found.content.parent?.id, found.content.thread?.title, found.about?.name], [post.id, parent.id, 'How?', 'Ann']);
  assert.deepEqual([found.state, found.waiting, found.revision], ['open', false, 0]);

  await decide(post.id, 'hide');
  assert.equal(await caseOf(post.id), undefined);
  for (const reporter of [bob, cleo]) {
    const {items: [mine]} = await world.call('reports.list', {}, reporter);
    assert.deepEqual([mine?.target.id, mine?.state], [post.id, 'upheld']);
  }
  const {items: [notice]} = await world.call('notices.list', {}, ann);
  assert.deepEqual([notice?.target.id, notice?.action, notice?.reason, notice?.rule, notice?.sentence, notice?.guidelines, notice?.by],
    [post.id, 'hide', 'Not kind.', 'be-kind', 'Be kind.', 1, null]);
  assert.equal((await world.call('notices.list', {}, bob)).items.length, 0);
  // Reported again it is one case still, and opens again.
  await decide(post.id, 'restore', 1);
  await report(post.id, cleo);
  assert.deepEqual([(await caseOf(post.id))?.id, (await caseOf(post.id))?.revision], [found.id, 2]);
  await decide(post.id, 'dismiss', 2);
  assert.equal((await world.call('reports.list', {}, cleo)).items[0]?.state, 'dismissed');
});

test('A10: what was hidden is nowhere, and comes back as it was', async () => {
  const key = {key: 'hidden everywhere', title: 'A telling title'};
  const {post, thread} = await ask(world, ann, {subject: key, kind: 'question', title: 'Telling words?', source: 'secret words'});
  const {post: answer} = await world.call('posts.create', {subject: key, source: 'an answer with secret words', parent: post.id}, bob);
  await world.call('posts.react', {post: answer.id, kind: 'thanks', on: true}, ann);
  await world.call('kudos.give', {post: answer.id, message: 'Thank you.'}, mia);
  assert.ok((await world.raw('kudos.list', {}, bob)).text.includes('Telling words?'));
  const {topic, cursor} = await world.call('threads.read', {subject: key.key});
  const page = await world.request('GET', '/v1/thread?subject=hidden+everywhere');
  const live = await readFeed(world, [topic], {cursor, visitor: await world.signIn('Passer-by')});
  const before = await world.call('threads.read', {subject: key.key});

  await decide(answer.id, 'hide');
  await decide(post.id, 'hide');
  await live.until(() => live.changes.filter(({verb, post: changed}) => verb === 'hid' && changed?.content === null).length >= 2);
  const stranger = await world.signIn('Stranger');
  const looks = await Promise.all([
    world.raw('threads.read', {subject: key.key}, stranger), world.raw('threads.read', {subject: key.key, around: answer.id}, stranger),
    world.raw('posts.list', {thread: thread.id}, stranger), world.raw('posts.list', {thread: thread.id, around: post.id}, stranger),
    world.raw('threads.list', {kind: 'question'}, stranger), world.raw('mine.read', {thread: thread.id}, stranger),
    world.raw('sources.read', {post: post.id}, stranger), world.raw('posts.react', {post: post.id, kind: 'thanks', on: true}, stranger),
    world.raw('posts.create', {subject: key, parent: answer.id, source: 'x'}, stranger), world.raw('reports.list', {}, stranger),
    world.raw('kudos.list', {}, stranger), world.raw('kudos.list', {post: answer.id}, stranger), world.raw('notifications.list', {}, bob),
    world.request('GET', '/v1/thread?subject=hidden+everywhere', {headers: {'if-none-match': page.headers.get('etag')!}}),
  ]);
  for (const [index, {text, status}] of looks.entries()) {
    assert.ok(!/secret|[Tt]elling/.test(text), `${index}: ${text}`);
    assert.notEqual(status, 304);
  }
  assert.equal((await world.call('threads.read', {subject: key.key})).thread?.posts, 0);
  assert.ok(!(await world.call('threads.list', {kind: 'question', limit: 100})).items.some(({id}) => id === thread.id));
  for (const visitor of [undefined, stranger]) {
    const replay = await readFeed(world, [topic], {cursor, ...(visitor && {visitor})});
    await replay.until(() => replay.changes.length >= 2);
    assert.ok(!/secret|[Tt]elling/.test(replay.text()), replay.text());
    await replay.stop();
  }
  assert.ok(!live.text().slice(live.text().indexOf('"verb":"hid"')).includes('an answer with'));
  // Its author and moderators go on seeing it.
  for (const visitor of [ann, mo]) {
    const {posts = []} = await world.call('mine.read', {thread: thread.id}, visitor);
    assert.ok(posts.some(({id, state, content}) => id === post.id && state === 'hidden' && JSON.stringify(content).includes('secret')));
  }
  assert.deepEqual((await world.call('mine.read', {thread: thread.id}, ann)).notices?.map(({target: {id}, reason}) => [id, reason]), [[post.id, 'Not kind.']]);

  await decide(post.id, 'restore', 1);
  await decide(answer.id, 'restore', 1);
  const after = await world.call('threads.read', {subject: key.key});
  const strip = ({posts: {items}, thread: row}: typeof after) => ({
    thread: {...row, version: 0}, items: items.map(item => ({...item, version: 0})),
  });
  assert.deepEqual(strip(after), strip(before));
  await live.until(() => live.changes.some(({verb, post: changed}) => verb === 'restored' && changed?.id === answer.id));
  await live.stop();
});

test('a hidden post with replies keeps its place, and one without leaves with those above it', async () => {
  const {post: root, thread} = await ask(world, ann);
  const subject = {key: thread.subject.key};
  const {post: child} = await world.call('posts.create', {subject, source: 'child', parent: root.id}, bob);
  const shown = async () => (await world.call('posts.list', {thread: thread.id})).items.map(({id, state}) => [id, state]);
  await decide(root.id, 'hide');
  assert.deepEqual(await shown(), [[root.id, 'hidden'], [child.id, 'visible']]);
  await decide(child.id, 'hide');
  assert.deepEqual(await shown(), []);
  await decide(child.id, 'restore', 1);
  assert.deepEqual(await shown(), [[root.id, 'hidden'], [child.id, 'visible']]);
  assert.equal((await world.call('posts.list', {thread: thread.id})).items[0]?.replies, 1);
  await decide(root.id, 'remove', 1);
  await decide(child.id, 'remove', 2);
  assert.deepEqual(await shown(), []);
  const {rows} = await sql<{source: null}>`select source from post where id in (${root.id}, ${child.id})`.execute(world.app.services.store.db);
  assert.deepEqual(rows.map(({source}) => source), [null, null]);
  assert.equal((await world.refusal('cases.decide', {target: target(root.id), revision: 2, action: 'restore'}, mo)).field, '/action');
});

test('of two moderators who decide at once one does, and the other is told who', async () => {
  for (let round = 0; round < 5; round++) {
    const {post} = await ask(world, ann);
    await report(post.id);
    const replies = await Promise.all([
      world.raw('cases.decide', {target: target(post.id), revision: 0, action: 'hide', reason: 'x'}, mo),
      world.raw('cases.decide', {target: target(post.id), revision: 0, action: 'dismiss'}, mia),
    ]);
    assert.deepEqual(replies.map(({status}) => status).toSorted(), [200, 409]);
    const problem = replies.find(({status}) => status === 409)!.body as {code: string; decidedBy: string; revision: number};
    const winner = replies[0]?.status === 200 ? 'Mo' : 'Mia';
    assert.deepEqual([problem.code, problem.decidedBy, problem.revision], ['decided-already', winner, 1]);
    const [hidden] = (await world.call('mine.read', {thread: post.thread}, ann)).posts ?? [];
    assert.equal(hidden?.state, winner === 'Mo' ? 'hidden' : undefined);
  }
});

test('nobody decides about himself, sees what is reported about him, or reports himself', async () => {
  const {post} = await ask(world, mo);
  await report(post.id);
  await report(mo.id, bob, {target: {type: 'person', id: mo.id}});
  assert.equal((await world.refusal('cases.decide', {target: target(post.id), revision: 0, action: 'dismiss'}, mo)).code, 'forbidden');
  assert.equal((await world.refusal('cases.decide', {target: {type: 'person', id: mo.id}, revision: 0, action: 'dismiss'}, mo)).code, 'forbidden');
  assert.ok(!(await queue(mo)).some(({about}) => about?.id === mo.id));
  assert.equal((await queue(mia)).filter(({about}) => about?.id === mo.id).length, 2);
  assert.equal((await world.refusal('reports.create', {target: target(post.id), note: ''}, mo)).code, 'forbidden');
  const {topic, cursor} = await world.call('cases.list', {}, mo);
  const [hers, his] = await Promise.all([readFeed(world, [topic], {cursor, visitor: mia}), readFeed(world, [topic], {cursor, visitor: mo})]);
  const {post: other} = await ask(world, ann);
  await world.call('cases.decide', {target: {type: 'person', id: mo.id}, revision: 0, action: 'warn', reason: 'Kindly.'}, mia);
  await report(other.id);
  await his.until(() => his.changes.some(({case: found}) => found?.target.id === other.id));
  await hers.until(() => hers.changes.some(({case: found}) => found?.target.id === other.id));
  assert.ok(!his.text().includes('Kindly.'));
  assert.ok(hers.text().includes('Kindly.'));
  assert.equal((await world.call('notices.list', {}, mo)).items[0]?.action, 'warn');
  await Promise.all([hers.stop(), his.stop()]);
});

test('A7: a learner who calls a moderator’s route is refused, and the audit log says so', async () => {
  const eve = await world.signIn('Eve');
  const {post} = await ask(world, ann);
  const {topic} = await world.call('cases.list', {}, mo);
  for (const action of ['hide', 'restore', 'remove', 'dismiss', 'approve'] as const) {
    assert.equal((await world.refusal('cases.decide', {target: target(post.id), revision: 0, action, reason: 'x'}, eve)).code, 'forbidden');
  }
  assert.equal((await world.refusal('cases.list', {}, eve)).code, 'forbidden');
  assert.equal((await world.refusal('audit.list', {}, eve)).code, 'forbidden');
  assert.equal((await world.request('GET', `/v1/feed?topics=${topic}`, {visitor: eve})).status, 404);
  assert.equal((await world.request('GET', `/v1/feed?topics=${topic}`)).status, 404);
  assert.equal((await world.call('threads.read', {subject: 'x'})).posts.items.length, 0);
  const {items} = await world.call('audit.list', {limit: 100}, mo);
  const attempts = items.filter(({act, actor}) => act === 'refused' && actor?.name === 'Eve').map(({attempt}) => attempt);
  assert.deepEqual(attempts.toSorted(), ['audit.read', 'case.decide', 'case.read']);
  const {posts} = await world.call('threads.read', {subject: (await world.call('threads.list', {})).items[0]!.subject.key});
  assert.ok(posts.items.every(({state}) => state === 'visible'));
});

test('A8: a moderator of one space is none of another', async () => {
  const red = world.organisations['red']!;
  const {store} = world.app.services;
  const {rows: [inside]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'inside'`.execute(store.db);
  const sam = await world.signIn('Sam');
  await grantRole(store, red, sam.id, 'moderator', inside!.id);
  world.app.services.standings.forget(red, sam.id);
  const here = await ask(world, ann, {space: 'inside'});
  const there = await ask(world, ann);
  assert.equal((await world.refusal('cases.decide', {target: target(there.post.id), revision: 0, action: 'hide', reason: 'x'}, sam)).code, 'forbidden');
  assert.equal((await world.refusal('cases.list', {}, sam)).code, 'forbidden');
  const {topic} = await world.call('cases.list', {}, mo);
  assert.equal((await world.request('GET', `/v1/feed?topics=${topic}`, {visitor: sam})).status, 404);
  // A space that is named does not move a post into it.
  await world.call('reports.create', {target: target(there.post.id), space: 'inside', note: ''}, bob);
  assert.equal((await world.call('cases.list', {space: 'inside'}, sam)).cases.items.length, 0);
  await world.call('cases.decide', {target: target(here.post.id), revision: 0, action: 'hide', reason: 'x'}, sam);
  assert.equal((await world.call('threads.read', {subject: here.thread.subject.key, space: 'inside'}, bob)).posts.items.length, 0);
});

test('the audit log is only ever added to', async () => {
  const {db} = world.app.services.store;
  await assert.rejects(sql`update audit set reason = 'other'`.execute(db), /only added to/);
  await assert.rejects(sql`delete from audit`.execute(db), /only added to/);
  const {post} = await ask(world, ann);
  await world.call('posts.remove', {post: post.id}, mo);
  const {items: [last]} = await world.call('audit.list', {limit: 1}, mo);
  assert.deepEqual([last?.act, last?.target?.id, last?.actor?.name], ['remove', post.id, 'Mo']);
});

test('a decision says why, by a rule that there is, and one that fits', async () => {
  const {post} = await ask(world, ann);
  const refusal = (input: Partial<Input<'cases.decide'>>) =>
    world.refusal('cases.decide', {target: target(post.id), revision: 0, action: 'hide', reason: 'x', ...input}, mo);
  assert.equal((await refusal({reason: '  '})).field, '/reason');
  assert.equal((await refusal({rule: 'no-such-rule'})).field, '/rule');
  assert.equal((await refusal({action: 'approve'})).field, '/action');
  assert.equal((await refusal({action: 'warn'})).field, '/action');
  assert.equal((await refusal({target: target(newKey())})).code, 'not-found');
  assert.equal((await refusal({target: {type: 'person', id: newKey()}})).code, 'not-found');
  assert.equal((await world.refusal('reports.create', {target: target(post.id), rule: 'no-such-rule', note: ''}, bob)).field, '/rule');
  const bea = await world.signIn('Bea', {organisation: 'blue', roles: ['admin']});
  assert.equal((await world.refusal('reports.create', {target: {type: 'person', id: ann.id}, note: ''}, bea)).code, 'not-found');
});

test('the queue comes live to moderators, and a moderator who is none any more hears no more of it', async () => {
  const red = world.organisations['red']!;
  const {store, standings} = world.app.services;
  const tim = await world.signIn('Tim');
  await grantRole(store, red, tim.id, 'moderator');
  standings.forget(red, tim.id);
  const {topic, cursor} = await world.call('cases.list', {}, tim);
  const feed = await readFeed(world, [topic], {cursor, visitor: tim});
  const {post} = await ask(world, ann);
  await report(post.id);
  await feed.until(() => feed.changes.some(({verb, case: found}) => verb === 'reported' && found?.target.id === post.id));
  await decide(post.id, 'dismiss');
  await feed.until(() => feed.changes.some(({verb, case: found}) => verb === 'moderated' && found?.state === 'decided'));
  await sql`delete from role where organisation = ${red} and person = ${tim.id}`.execute(store.db);
  const began = Date.now();
  await feed.ended;
  assert.ok(Date.now() - began < 5_000);
  assert.equal((await world.refusal('cases.list', {}, tim)).code, 'forbidden');
});

test('A11: a suspended person’s next write is refused within five seconds, and the feed closes', async () => {
  const red = world.organisations['red']!;
  const dan = await world.signIn('Dan');
  const {topic, cursor} = await world.call('threads.read', {subject: 'a11'}, dan);
  const feed = await readFeed(world, [topic], {cursor, visitor: dan});
  await sql`update person set state = 'suspended' where organisation = ${red} and id = ${dan.id}`.execute(world.app.services.store.db);
  const began = Date.now();
  await feed.ended;
  assert.ok(Date.now() - began < 5_000);
  assert.equal((await world.refusal('posts.create', {subject: {key: 'a11'}, source: 'x'}, dan)).code, 'forbidden');
});
