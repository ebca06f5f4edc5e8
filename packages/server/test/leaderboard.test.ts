import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {BoardPeriod, Input, Output} from '@social-learning/protocol';
import {grantRole, revokeRole} from '@social-learning/server';
import {sql} from 'kysely';
import {dayOf, periodBefore, periodOf} from '../src/points/calendar.ts';
import {RankedSet} from '../src/leaderboard/ranked-set.ts';
import {readFeed} from './support/feed-reader.ts';
import {randomOf} from './support/random.ts';
import {ask, createWorld, newKey, type Visitor} from './support/world.ts';

const points = [{activity: 'asked', points: 1_000, capPerDay: 10_000}, {activity: 'posted', points: 10, capPerDay: 10_000}] as const;
const world = await createWorld({}, {
  timeZone: 'Europe/Amsterdam',
  spaces: [{slug: 'open', name: 'Open', points}, {slug: 'club', name: 'Club', readers: 'members', posters: 'members', points}],
});
const {store} = world.app.services;
const red = world.organisations['red']!;
const {rows: [club]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'club'`.execute(store.db);
const reader = await world.signIn('Reader', {roles: ['admin']});

const read = async (visitor: Visitor, input: Input<'leaderboard.read'> = {}) => {
  await world.app.settled();
  return world.call('leaderboard.read', input, visitor);
};
const shown = ({rows}: Output<'leaderboard.read'>) => rows.map(({rank, person, points: amount}) => `${rank} ${person.name} ${amount}`);

/** Somebody with points: ten for each post. */
async function somebody(name: string, posts: number, space = 'open', team?: string): Promise<Visitor> {
  const visitor = await world.signIn(name, team === undefined ? {} : {team});
  if (space === 'club') {
    await grantRole(store, red, visitor.id, 'learner', club!.id);
    world.app.services.standings.forget(red, visitor.id);
  }
  for (let index = 0; index < posts; index++) await ask(world, visitor, {space});
  return visitor;
}

test('who has as many points shares the rank, and the next is as many further on', async () => {
  for (const [name, posts] of [['Ann', 3], ['Bob', 2], ['Cas', 2], ['Dee', 1]] as const) await somebody(name, posts);
  const board = await read(reader, {view: 'top'});
  assert.deepEqual(shown(board), ['1 Ann 30', '2 Bob 20', '2 Cas 20', '4 Dee 10']);
  assert.deepEqual([board.total, board.me], [4, {ranked: true, points: 0, rank: null, movement: null, team: null}]);
  const cas = await world.signIn('Cas');
  assert.deepEqual((await read(cas)).me, {ranked: true, points: 20, rank: 2, movement: null, team: null});
});

test('near is who stands around oneself, and pages of the top go on where they ended', async () => {
  for (let index = 0; index < 12; index++) await somebody(`Near ${String(index).padStart(2, '0')}`, 16 - index, 'club');
  const six = await world.signIn('Near 06');
  const around = await read(six, {space: 'club', limit: 5});
  assert.deepEqual(around.rows.map(({person}) => person.name), ['Near 04', 'Near 05', 'Near 06', 'Near 07', 'Near 08']);
  const first = await read(await world.signIn('Near 00'), {space: 'club', limit: 5});
  assert.deepEqual(first.rows.map(({rank}) => rank), [1, 2, 3, 4, 5]);
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(six, {space: 'club', view: 'top', limit: 5, ...(cursor && {cursor})});
    names.push(...page.rows.map(({person}) => person.name));
    cursor = page.after ?? undefined;
  } while (cursor);
  assert.deepEqual(names, Array.from({length: 12}, (_, index) => `Near ${String(index).padStart(2, '0')}`));
  assert.equal((await world.refusal('leaderboard.read', {space: 'club', view: 'top', cursor: 'nonsense'}, six)).code, 'cursor-invalid');
});

test('who leaves the board is on none, keeps the points, and comes back to the same place', async () => {
  const eva = await somebody('Eva', 5);
  assert.deepEqual(shown(await read(reader, {view: 'top', limit: 1})), ['1 Eva 50']);
  assert.deepEqual(await world.call('leaderboard.choose', {ranked: false}, eva), {ranked: false});
  assert.deepEqual(shown(await read(reader, {view: 'top', limit: 1})), ['1 Ann 30']);
  const {me, total} = await read(eva);
  assert.deepEqual([me, total], [{ranked: false, points: 0, rank: null, movement: null, team: null}, 4]);
  assert.equal((await world.call('points.list', {}, eva)).points, 50);
  await ask(world, eva);
  await world.call('leaderboard.choose', {ranked: true}, eva);
  assert.deepEqual(shown(await read(reader, {view: 'top', limit: 1})), ['1 Eva 60']);
});

test('E8: who is suspended, erased, or may no longer read the space is on no board from that moment on, and the sums stay', async () => {
  const gus = await somebody('Gus', 9, 'club');
  const has = async () => (await read(reader, {space: 'club', view: 'top'})).rows.some(({person}) => person.id === gus.id);
  const sum = async () => (await sql`select sum(points) as points from points_entry`.execute(store.db)).rows;
  assert.ok(await has());
  const before = await sum();
  await revokeRole(store, red, gus.id, 'learner', club!.id);
  assert.ok(!(await has()));
  await grantRole(store, red, gus.id, 'learner', club!.id);
  assert.ok(await has());
  for (const state of ['suspended', 'erased']) {
    await sql`update person set state = ${state} where organisation = ${red} and id = ${gus.id}`.execute(store.db);
    assert.ok(!(await has()), state);
  }
  assert.deepEqual(await sum(), before);
});

test('teams stand by their mean over everybody in them who may be seen, and small ones do not', async () => {
  await Promise.all([['Packing', 4], ['Packing', 2], ['Packing', 0], ['Planning', 1], ['Planning', 3], ['Planning', 5], ['Planning', 0], ['Duo', 9], ['Duo', 9]]
    .map(([team, posts], index) => somebody(`Of ${team} ${index}`, posts as number, 'open', team as string)));
  const teams = async () => (await read(reader, {view: 'teams'})).teams.map(({rank, team, mean, people}) => [rank, team, mean, people]);
  assert.deepEqual(await teams(), [[1, 'Planning', 22.5, 4], [2, 'Packing', 20, 3]]);
  const best = await world.signIn('Of Planning 5');
  await world.call('leaderboard.choose', {ranked: false}, best);
  assert.deepEqual(await teams(), [[1, 'Packing', 20, 3], [2, 'Planning', 13.3, 3]]);
  assert.equal((await read(best)).me!.team, 'Planning');
});

test('a place is compared with that of the period before', async () => {
  const hal = await somebody('Hal', 1);
  await world.app.settled();
  const {period} = await read(hal, {period: 'week'});
  const last = periodBefore({kind: 'week', starts: period.starts, ends: period.ends})!;
  await sql`insert into points_total (organisation, space, period, starts, person, points)
    select organisation, id, 'week', ${last.starts}::date, ${hal.id}, 10000 from space where organisation = ${red} and slug = 'open'`.execute(store.db);
  await sql`insert into board_change (organisation, person) values (${red}, ${hal.id})`.execute(store.db);
  const {me} = await read(hal, {period: 'week'});
  assert.equal(me!.movement, 1 - me!.rank!);
  assert.ok(me!.rank! > 1);
});

test('a page hears that a board changed, and of whom only by reading it', async () => {
  const {topic, cursor} = await read(reader, {view: 'top'});
  const feed = await readFeed(world, [topic], {cursor, visitor: reader});
  const ida = await somebody('Ida', 1);
  await feed.until(events => events.some(event => event.type === 'change' && event.change.verb === 'earned'));
  await world.call('leaderboard.choose', {ranked: false}, ida);
  await feed.until(events => events.some(event => event.type === 'change' && event.change.verb === 'edited'));
  assert.ok(!feed.text().includes(ida.id) && !feed.text().includes('Ida'));
  await feed.stop();
});

test('a guest is asked to sign in, and a closed space is not there', async () => {
  assert.equal((await world.refusal('leaderboard.read', {})).code, 'unauthenticated');
  assert.equal((await world.refusal('leaderboard.read', {space: 'club'}, await world.signIn('Outside'))).code, 'not-found');
});

test('whoever is hidden leaks through no view, number or page, after any of a hundred random changes', async () => {
  const random = randomOf(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const cast = await Promise.all(Array.from({length: 14}, (_, index) => somebody(`Cast ${index}`, 0, 'club', pick(['North', 'South', 'West']))));
  const {rows: teamed} = await sql<{id: string; team: string}>`select id, team from person where organisation = ${red} and team is not null`.execute(store.db);
  const teamOf = new Map(teamed.map(({id, team}) => [id, team]));
  const state = new Map(cast.map(({id}) => [id, {ranked: true, active: true, member: true, posts: 0}]));
  await sql`update person set state = 'erased' where organisation = ${red} and id <> ${reader.id} and id <> all (${cast.map(({id}) => id)}::uuid[])`.execute(store.db);
  for (let step = 0; step < 100; step++) {
    const visitor = pick(cast);
    const own = state.get(visitor.id)!;
    await pick<() => Promise<unknown>>([
      async () => {
        if (!own.active || !own.member) return;
        await ask(world, visitor, {space: 'club'});
        own.posts++;
      },
      async () => own.active && world.call('leaderboard.choose', {ranked: (own.ranked = random() < 0.5)}, visitor),
      async () => {
        own.active = random() < 0.7;
        await sql`update person set state = ${own.active ? 'active' : 'suspended'} where organisation = ${red} and id = ${visitor.id}`.execute(store.db);
      },
      async () => {
        own.member = random() < 0.7;
        await (own.member ? grantRole : revokeRole)(store, red, visitor.id, 'learner', club!.id);
      },
    ])();
    world.app.services.standings.forget(red, visitor.id);
    await world.app.settled();

    const visible = cast.filter(({id}) => Object.values(state.get(id)!).slice(0, 3).every(Boolean));
    const expected = visible.map(({id}) => ({id, points: state.get(id)!.posts * 10})).filter(({points: amount}) => amount > 0);
    const rankOf = (amount: number) => 1 + expected.filter(other => other.points > amount).length;
    const board = await world.call('leaderboard.read', {space: 'club', view: 'top', limit: 100, period: pick(['week', 'month', 'all'])}, reader);
    assert.deepEqual(
      new Map(board.rows.map(({person, rank, points: amount}) => [person.id, `${rank} ${amount}`])),
      new Map(expected.map(({id, points: amount}) => [id, `${rankOf(amount)} ${amount}`] as const)), `step ${step}`,
    );
    assert.equal(board.total, expected.length);
    const onlooker = visible.length > 0 ? pick(visible) : reader;
    const around = await world.call('leaderboard.read', {space: 'club', limit: 3}, onlooker);
    assert.ok(around.rows.every(({person, rank, points: amount}) => expected.some(({id}) => id === person.id) && rank === rankOf(amount)));
    const {teams} = await world.call('leaderboard.read', {space: 'club', view: 'teams'}, reader);
    for (const {team, people, mean} of teams) {
      const members = visible.filter(({id}) => teamOf.get(id) === team);
      assert.equal(people, members.length);
      assert.equal(mean, Math.round((members.reduce((sum, {id}) => sum + state.get(id)!.posts * 10, 0) / people) * 10) / 10);
    }
  }
});

test('the days of a place begin and end by its own clocks, whatever is done to them', () => {
  for (const [instant, timeZone, day] of [
    ['2026-03-29T00:59:59Z', 'Europe/Amsterdam', '2026-03-29'], ['2026-03-28T23:00:00Z', 'Europe/Amsterdam', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Amsterdam', '2026-03-29'], ['2026-03-29T22:00:00Z', 'Europe/Amsterdam', '2026-03-30'],
    ['2026-10-25T22:59:59Z', 'Europe/Amsterdam', '2026-10-25'], ['2026-10-25T23:00:00Z', 'Europe/Amsterdam', '2026-10-26'],
    ['2026-09-06T03:59:59Z', 'America/Santiago', '2026-09-05'], ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ] as const) assert.equal(dayOf(new Date(instant), timeZone), day, `${instant} in ${timeZone}`);
  const spans: Record<Exclude<BoardPeriod, 'all'>, [string, string]> = {
    week: ['2026-12-28', '2027-01-04'], month: ['2026-12-01', '2027-01-01'], quarter: ['2026-10-01', '2027-01-01'], year: ['2026-01-01', '2027-01-01'],
  };
  for (const [kind, [starts, ends]] of Object.entries(spans) as [Exclude<BoardPeriod, 'all'>, [string, string]][]) {
    assert.deepEqual(periodOf(kind, '2026-12-31'), {kind, starts, ends});
    assert.equal(periodBefore({kind, starts, ends})!.ends, starts);
  }
  assert.deepEqual(periodOf('all', '2026-12-31'), {kind: 'all', starts: null, ends: null});
});

test('the order in memory is that of a sorted list, after any changes', () => {
  const random = randomOf(3);
  const set = new RankedSet();
  const truth = new Map<string, number>();
  for (let step = 0; step < 4_000; step++) {
    const id = random() < 0.6 && truth.size > 0 ? [...truth.keys()][Math.floor(random() * truth.size)]! : newKey();
    const amount = random() < 0.2 ? undefined : Math.floor(random() * 40);
    set.set(id, amount);
    if (amount === undefined) truth.delete(id);
    else truth.set(id, amount);
    if (step % 50 > 0) continue;
    const sorted = [...truth].map(([person, of]) => ({id: person, points: of})).sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
    assert.deepEqual(set.slice(0, set.size), sorted);
    const index = Math.floor(random() * sorted.length);
    if (sorted.length === 0) continue;
    assert.equal(set.indexOf(sorted[index]!), index);
    assert.equal(set.ahead(sorted[index]!.points), sorted.filter(({points: of}) => of > sorted[index]!.points).length);
    assert.deepEqual(set.slice(index, 3), sorted.slice(index, index + 3));
  }
});
