import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PointsEntry, Problem} from '@social-learning/protocol';
import {grantRole} from '@social-learning/server';
import {sql, type RawBuilder} from 'kysely';
import pg from 'pg';
import {rebuildPoints} from '../src/points/rebuild.ts';
import {randomOf} from './support/random.ts';
import {ask, createWorld, type Visitor} from './support/world.ts';

const points = [
  {activity: 'asked', points: 2, capPerDay: 100}, {activity: 'posted', points: 3, capPerDay: 7}, {activity: 'replied', points: 1, capPerDay: 100},
  {activity: 'answer-accepted', points: 10, capPerDay: 100}, {activity: 'reaction-received', points: 4, capPerDay: 100},
  {activity: 'kudos-received', points: 8, capPerDay: 100}, {activity: 'kudos-given', points: 1, capPerDay: 2},
  {activity: 'mentorship-completed', points: 20, capPerDay: 100},
] as const;
const world = await createWorld({}, {
  timeZone: 'Europe/Amsterdam', kudos: {perWeek: null, pair: null}, spaces: [{slug: 'open', name: 'Open', points}, {slug: 'still', name: 'Still', points: []}],
});
const {store, epoch, topics} = world.app.services;
const red = world.organisations['red']!;
const moderator = await world.signIn('Moderator', {roles: ['moderator']});

let count = 0;
const people = async (...names: string[]): Promise<Visitor[]> => {
  count++;
  return Promise.all(names.map(name => world.signIn(`${name} ${count}`)));
};
const pointsOf = async (visitor: Visitor): Promise<number> => {
  await world.app.settled();
  return (await world.call('points.list', {}, visitor)).points;
};
const why = async (visitor: Visitor): Promise<string[]> => {
  await world.app.settled();
  const {entries} = await world.call('points.list', {limit: 100}, visitor);
  return entries.items.map(({activity, cause, points: amount}: PointsEntry) => `${activity} ${cause} ${amount}`).reverse();
};

/** E9: the sums of every period are the ledger, folded. */
async function agree(): Promise<void> {
  await world.app.settled();
  const {rows} = await sql<{person: string}>`
    with folded as (
      select organisation, space, period, starts, person, sum(points) as points
      from points_entry, lateral (values ('week', date_trunc('week', day::timestamp)::date), ('month', date_trunc('month', day::timestamp)::date),
        ('quarter', date_trunc('quarter', day::timestamp)::date), ('year', date_trunc('year', day::timestamp)::date), ('all', date '0001-01-01')) p(period, starts)
      group by organisation, space, period, starts, person
    )
    select person from points_total full join folded using (organisation, space, period, starts, person)
    where points_total.points is distinct from folded.points or points_total.points < 0`.execute(store.db);
  assert.deepEqual(rows, []);
}

test('what one does is worth what the rules of its space say, and every entry says why', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const {thread: {subject}, post: question} = await ask(world, ann, {kind: 'question', title: 'Q'});
  const {post: answer} = await world.call('posts.create', {subject: {key: subject.key}, source: 'So.'}, bob);
  await world.call('posts.create', {subject: {key: subject.key}, parent: answer.id, source: 'Thanks!'}, ann);
  await world.call('posts.accept', {post: answer.id, on: true}, ann);
  await world.call('posts.react', {post: answer.id, kind: 'thanks', on: true}, ann);
  await world.call('posts.react', {post: answer.id, kind: 'insightful', on: true}, ann);
  await world.call('kudos.give', {to: [bob.id], message: 'You waited.'}, ann);
  assert.deepEqual(await why(ann), ['asked asked 2', 'replied replied 1', 'kudos-given thanked 1']);
  assert.deepEqual(await why(bob), ['posted posted 3', 'answer-accepted accepted 10', 'reaction-received reacted 4', 'kudos-received thanked 8']);
  assert.equal(await pointsOf(bob), 25);
  const {entries: {items: [last]}} = await world.call('points.list', {limit: 1}, ann);
  assert.deepEqual(last!.about?.type, 'kudos');
  assert.ok(question);
  await agree();
});

test('nobody earns by themselves: one’s own reaction, acceptance, or an imported past', async () => {
  const [ann] = await people('Ann') as [Visitor];
  const {thread: {subject}} = await ask(world, ann, {kind: 'question', title: 'Q'});
  const {post: answer} = await world.call('posts.create', {subject: {key: subject.key}, source: 'I found it.'}, ann);
  await world.call('posts.accept', {post: answer.id, on: true}, ann);
  await world.call('posts.react', {post: answer.id, kind: 'celebrate', on: true}, ann);
  assert.deepEqual(await why(ann), ['asked asked 2', 'posted posted 3']);
  await sql`update activity set imported = true where organisation = ${red} and post = ${answer.id} and verb = 'posted'`.execute(store.db);
  await rebuildPoints(store, epoch, topics);
  assert.deepEqual(await why(ann), ['asked asked 2']);
});

test('E7: points go back with the thing that earned them, to the point, and come back with it', async () => {
  const [ann, bob] = await people('Ann', 'Bob') as [Visitor, Visitor];
  const {thread: {subject}} = await ask(world, ann, {kind: 'question', title: 'Q'});
  const {post: answer} = await world.call('posts.create', {subject: {key: subject.key}, source: 'So.'}, bob);
  for (const on of [true, false, true]) await world.call('posts.accept', {post: answer.id, on}, ann);
  for (const kind of ['thanks', 'insightful'] as const) await world.call('posts.react', {post: answer.id, kind, on: true}, ann);
  await world.call('posts.react', {post: answer.id, kind: 'thanks', on: false}, ann);
  assert.equal(await pointsOf(bob), 3 + 10 + 4);
  await world.call('cases.decide', {target: {type: 'post', id: answer.id}, revision: 0, action: 'hide', reason: 'x'}, moderator);
  assert.equal(await pointsOf(bob), 0);
  await world.call('cases.decide', {target: {type: 'post', id: answer.id}, revision: 1, action: 'restore'}, moderator);
  assert.equal(await pointsOf(bob), 17);
  await world.call('posts.react', {post: answer.id, kind: 'insightful', on: false}, ann);
  assert.equal(await pointsOf(bob), 13);
  await world.call('posts.remove', {post: answer.id}, bob);
  assert.equal(await pointsOf(bob), 0);
  const {kudos} = await world.call('kudos.give', {to: [bob.id], message: 'x'}, ann);
  assert.equal(await pointsOf(bob), 8);
  await world.call('kudos.withdraw', {kudos: kudos.id}, ann);
  assert.deepEqual([await pointsOf(bob), await pointsOf(ann)], [0, 2]);
  await agree();
});

test('E6, E7: a day pays up to its cap, and posting what was removed anew earns no more than it stands', async () => {
  const [ann] = await people('Ann') as [Visitor];
  const posts = [];
  for (let index = 0; index < 4; index++) posts.push((await ask(world, ann)).post);
  assert.equal(await pointsOf(ann), 7, 'three, three, and what is left of seven');
  for (const post of posts) await world.call('posts.remove', {post: post.id}, ann);
  assert.equal(await pointsOf(ann), 0);
  for (let index = 0; index < 3; index++) await ask(world, ann);
  assert.equal(await pointsOf(ann), 7);
  await agree();
});

test('E6: the same two people are worth half as much to each other each time in a month', async () => {
  const [ann, bob, cas] = await people('Ann', 'Bob', 'Cas') as [Visitor, Visitor, Visitor];
  for (let round = 0; round < 6; round++) for (const [from, to] of [[ann, bob], [bob, ann]] as const) await world.call('kudos.give', {to: [to.id], message: `${round}`}, from);
  assert.deepEqual((await why(bob)).filter(line => line.startsWith('kudos-received')), [8, 4, 2, 1].map(amount => `kudos-received thanked ${amount}`));
  await world.call('kudos.give', {to: [bob.id], message: 'x'}, cas);
  assert.equal((await why(bob)).at(-1), 'kudos-received thanked 8');
});

test('E5: a rule takes whole numbers that make sense, from curators alone, and holds from then on', async () => {
  const curator = await world.signIn('Curator', {roles: ['curator']});
  const rule = {activity: 'asked', points: 5, capPerDay: 10} as const;
  const field = async (change: object) => {
    const {body, status} = await world.raw('points.rule', {...rule, ...change}, curator);
    assert.equal(status, 422);
    return (body as Problem).field;
  };
  for (const wrong of [-1, 0.5, 1_001, 2 ** 31, 2 ** 53, 1e308, '5', null, true, []]) assert.equal(await field({points: wrong}), '/points');
  for (const wrong of [-1, 0.5, 10_001, 2 ** 53]) assert.equal(await field({capPerDay: wrong}), '/capPerDay');
  assert.equal(await field({points: 11}), '/capPerDay', 'more than its cap');
  assert.equal(await field({activity: 'breathing'}), '/activity');
  const [ann] = await people('Ann') as [Visitor];
  assert.equal((await world.refusal('points.rule', rule, ann)).code, 'forbidden');

  const {rule: set} = await world.call('points.rule', {...rule, points: 9, capPerDay: 20}, curator);
  assert.ok(Date.parse(set.effectiveAt) > Date.now());
  await ask(world, ann, {kind: 'question', title: 'Q'});
  assert.equal(await pointsOf(ann), 2, 'what happened before the rule');
  await sql`update points_rule set effective_at = ${new Date()} where effective_at = ${set.effectiveAt}`.execute(store.db);
  await ask(world, ann, {kind: 'question', title: 'Q'});
  assert.equal(await pointsOf(ann), 11);
  await rebuildPoints(store, epoch, topics);
  assert.equal(await pointsOf(ann), 11, 'the ledger made anew');
  assert.equal((await world.call('points.rules', {}, ann)).rules.find(({activity}) => activity === 'asked')!.points, 9);
  await world.call('points.rule', {activity: 'asked', points: 0, capPerDay: 0}, curator);
  assert.ok(!(await world.call('points.rules', {}, ann)).rules.some(({activity}) => activity === 'asked'));
  await sql`delete from points_rule where activity = 'asked' and effective_at > ${new Date(86_400_000)}`.execute(store.db);
  await rebuildPoints(store, epoch, topics);
});

test('a space without rules gives no points', async () => {
  const [ann] = await people('Ann') as [Visitor];
  await ask(world, ann, {space: 'still'});
  await world.app.settled();
  assert.deepEqual((await world.call('points.rules', {space: 'still'}, ann)).rules, []);
  assert.equal((await world.call('points.list', {space: 'still'}, ann)).points, 0);
});

test('the ledger is only added to', async () => {
  await assert.rejects(sql`update points_entry set points = points + 1`.execute(store.db), /only added to/);
  await assert.rejects(sql`delete from points_entry`.execute(store.db), /only added to/);
});

const histories = Number(process.env['HISTORIES'] ?? 4);

test(`after ${histories} random histories the ledger can be thrown away, and the same one is made from the log`, async () => {
  for (let history = 0; history < histories; history++) {
    const random = randomOf(history + 1);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
    const cast = await people('Ann', 'Bob', 'Cas', 'Dee');
    for (const visitor of cast.slice(0, 2)) await grantRole(store, red, visitor.id, 'moderator');
    const posts: {id: string; subject: string; answer: boolean}[] = [];
    const thanks: {id: string; by: Visitor}[] = [];
    for (let step = 0; step < 60; step++) {
      const visitor = pick(cast);
      const post = posts.length > 0 ? pick(posts) : undefined;
      const given = thanks.length > 0 ? pick(thanks) : undefined;
      await pick<() => Promise<unknown>>([
        async () => {
          const {post: made, thread} = await ask(world, visitor, pick([{}, {kind: 'question', title: 'Q'}] as const));
          posts.push({id: made.id, subject: thread.subject.key, answer: false});
        },
        async () => {
          if (!post) return;
          const {post: made} = await world.call('posts.create', {subject: {key: post.subject}, source: 'x', ...(random() < 0.5 && {parent: post.id})}, visitor);
          posts.push({...post, id: made.id, answer: made.parent === null});
        },
        async () => post && world.call('posts.react', {post: post.id, kind: pick(['thanks', 'insightful', 'me-too'] as const), on: random() < 0.6}, visitor),
        async () => post?.answer && world.call('posts.accept', {post: post.id, on: random() < 0.7}, cast[0]),
        async () => post && world.call('posts.remove', {post: post.id}, visitor),
        async () => post && world.call('cases.decide', {target: {type: 'post', id: post.id}, revision: pick([0, 1, 2, 3]), action: pick(['hide', 'restore'] as const), reason: 'x'}, cast[0]),
        async () => thanks.push({id: (await world.call('kudos.give', {to: [pick(cast).id, pick(cast).id], message: 'x'}, visitor)).kudos.id, by: visitor}),
        async () => given && world.call('kudos.withdraw', {kudos: given.id}, given.by),
      ])().catch((error: unknown) => {
        // Refused, as much here is meant to be.
        if (!(error as {problem?: Problem}).problem) throw error;
      });
    }
    await agree();
    const ledger = async () => (await sql`
      select seq::text, person, activity, object, source, cause, points, space, giver, day from points_entry order by organisation, seq, person, activity, source`.execute(store.db)).rows;
    const totals = async () => (await sql`select * from points_total where points <> 0 order by organisation, space, period, starts, person`.execute(store.db)).rows;
    const before = [await ledger(), await totals()];
    assert.ok(before[0]!.length > 0);
    await rebuildPoints(store, epoch, topics);
    assert.deepEqual([await ledger(), await totals()], before, `history ${history}`);
  }
});

test('points that cannot be counted keep nobody from their notifications, and are counted later', async () => {
  const faults: unknown[] = [];
  const broken = await createWorld({onFault: error => faults.push(error)});
  const {db} = broken.app.services.store;
  const [asker, helper] = [await broken.signIn('Asker'), await broken.signIn('Helper')];
  const {post, thread} = await ask(broken, asker);
  await broken.app.settled();
  await sql`alter table points_rule rename to mislaid`.execute(db);
  await broken.call('posts.create', {subject: {key: thread.subject.key}, source: 'a reply', parent: post.id}, helper);
  await broken.app.settled();
  const {notifications: {items}} = await broken.call('notifications.list', {}, asker);
  assert.deepEqual(items.map(({kind}) => kind), ['reply']);
  assert.equal(faults.length, 1);
  await sql`alter table mislaid rename to points_rule`.execute(db);
  await broken.app.settled();
  assert.equal((await broken.call('points.list', {}, helper)).points, 1);
});

test('points that cannot be counted hold up no notifications, however much there is to be read before', async () => {
  const broken = await createWorld({onFault: () => undefined});
  const {db} = broken.app.services.store;
  const [asker, helper] = [await broken.signIn('Asker'), await broken.signIn('Helper')];
  const {post, thread} = await ask(broken, asker);
  await broken.app.settled();
  await sql`alter table points_rule rename to mislaid`.execute(db);
  const {subject: {key}} = thread;
  await Promise.all(Array.from({length: 1_500}, () => broken.call('posts.create', {subject: {key}, source: 'one of many'}, asker)));
  await broken.call('posts.create', {subject: {key}, source: 'a reply', parent: post.id}, helper);
  await broken.app.settled();
  const {notifications: {items}} = await broken.call('notifications.list', {}, asker);
  assert.deepEqual(items.map(({kind}) => kind), ['reply']);
});

test('counting points anew waits for who counts them, and never in a circle', async () => {
  const busy = await createWorld();
  const {store, epoch, topics} = busy.app.services;
  const visitor = await busy.signIn('Visitor');
  await ask(busy, visitor);
  await busy.app.settled();
  const holder = new pg.Client({connectionString: busy.database.connectionString});
  await holder.connect();
  const rowsOf = async (statement: RawBuilder<unknown>) => (await statement.execute(store.db)).rows.length;
  const waiting = async (amount: number) => {
    while ((await rowsOf(sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)) < amount);
  };
  const inACircle = () => rowsOf(sql`
    select from pg_stat_activity a join pg_stat_activity b on b.pid = any (pg_blocking_pids(a.pid)) and a.pid = any (pg_blocking_pids(b.pid))
    where a.datname = current_database() and a.wait_event_type = 'Lock'`);
  try {
    await holder.query('begin');
    // Without a number of its own, for which readers of the log would wait.
    await holder.query('lock table points_total in share mode');
    await ask(busy, visitor);
    await waiting(1);
    let done = false;
    const rebuilt = rebuildPoints(store, epoch, topics).finally(() => (done = true));
    await waiting(2);
    await holder.query('commit');
    while (!done) assert.equal(await inACircle(), 0);
    await rebuilt;
  } finally {
    await holder.end();
  }
  await busy.app.settled();
  assert.equal((await busy.call('points.list', {}, visitor)).points, 6);
});
