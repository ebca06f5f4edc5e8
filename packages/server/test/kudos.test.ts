import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Input, Output, Problem} from '@social-learning/protocol';
import {grantRole} from '@social-learning/server';
import {sql} from 'kysely';
import {isAway} from '../src/store/failure.ts';
import {readFeed} from './support/feed-reader.ts';
import {ask, createWorld, newKey, type Visitor, type World} from './support/world.ts';

let time = Date.parse('2026-03-04T12:00:00Z');
const values = [{key: 'curious', name: 'Stay curious', description: 'Ask before you know.'}, {key: 'together', name: 'Together'}];
const world = renewed(await createWorld({now: () => time}, {timeZone: 'Europe/Amsterdam', kudos: {values, perWeek: 5, pair: {most: 2, days: 30}}}));
const free = await createWorld({}, {kudos: {values, perWeek: null, pair: null}});
const {db} = world.app.services.store;
const red = world.organisations['red']!;

/** A world whose visitors sign in again whenever they do something: their tokens do not last for the weeks that pass here. */
function renewed(of: World): World {
  const wishes = new Map<string, Parameters<World['signIn']>[1]>();
  const signIn: World['signIn'] = (name, wish = wishes.get(name)) => {
    wishes.set(name, wish);
    const iat = Math.floor(time / 1_000);
    return of.signIn(name, {iat, exp: iat + 120, ...wish});
  };
  const again = async (visitor: Visitor | undefined) => visitor && signIn(visitor.name);
  return {
    ...of, signIn,
    call: async (name, input, visitor, key) => of.call(name, input, await again(visitor), key),
    raw: async (name, input, visitor, key) => of.raw(name, input, await again(visitor), key),
    refusal: async (name, input, visitor, key) => of.refusal(name, input, await again(visitor), key),
  };
}

let count = 0;
const somebody = (name = 'Person') => world.signIn(`${name} ${++count}`);
const give = (visitor: Visitor, input: Partial<Input<'kudos.give'>>, key = newKey()) => world.call('kudos.give', {message: 'You helped me.', ...input}, visitor, key);
const refuse = (visitor: Visitor | undefined, input: Partial<Input<'kudos.give'>>) => world.refusal('kudos.give', {message: 'You helped me.', ...input}, visitor);
const codeOf = async (refused: Promise<Problem>) => {
  const {code, status, field} = await refused;
  return [code, status, field];
};
const countOf = (output: Output<'kudos.list'>) => output.tally!.count;

test('kudos go to several people, name a value, and are counted for each of them and for what they are about', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  const key = newKey();
  const subject = {key: `course/${key}`, title: 'Day one', url: 'https://red.example/day-1'};
  const {kudos, tallies} = await give(ann, {to: [bob.id, cas.name, bob.id], subject, value: 'curious', message: '  You asked what I did not dare to.  '}, key);
  assert.equal(kudos.id, key);
  assert.deepEqual(kudos.to.map(({name}) => name), [bob.name, cas.name]);
  assert.deepEqual([kudos.from!.name, kudos.message, kudos.value, kudos.state], [ann.name, 'You asked what I did not dare to.', {key: 'curious', name: 'Stay curious'}, 'given']);
  assert.deepEqual(kudos.about, {type: 'subject', subject});
  assert.deepEqual(tallies.map(({kind, key: of, count: number}) => [kind, of, number]), [['person', bob.id, 1], ['person', cas.id, 1], ['subject', subject.key, 1]]);

  for (const place of [{person: bob.id}, {person: cas.name}, {subject: subject.key}]) {
    const page = await world.call('kudos.list', place);
    assert.equal(countOf(page), 1);
    assert.deepEqual(page.kudos.items, [kudos]);
  }
  assert.equal((await world.call('kudos.list', {person: ann.id})).kudos.items.length, 0);
  assert.equal((await world.call('kudos.list', {})).kudos.items[0]!.id, key);
});

test('kudos for a post go to its author, in the space of the post', async () => {
  const [ann, bob] = [await somebody('Ann'), await somebody('Bob')];
  const {post, thread} = await ask(world, bob, {space: 'inside', subject: {key: 'a post inside', title: 'Inside'}});
  const {kudos} = await give(ann, {post: post.id});
  assert.deepEqual(kudos.to.map(({id}) => id), [bob.id]);
  assert.equal(kudos.space, thread.space);
  assert.deepEqual(kudos.about, {type: 'post', post: post.id, subject: {key: 'a post inside', title: 'Inside', url: null}});
  const page = await world.call('kudos.list', {post: post.id}, ann);
  assert.deepEqual([countOf(page), page.about], [1, {type: 'post', post: post.id, author: {id: bob.id, name: bob.name, picture: null}}]);
  assert.equal((await world.refusal('kudos.list', {post: post.id})).code, 'not-found');
});

test('E1: nobody thanks oneself: not by name, not among others, not for a post of one’s own', async () => {
  const [ann, bob] = [await somebody('Ann'), await somebody('Bob')];
  const {post} = await ask(world, ann);
  assert.deepEqual(await codeOf(refuse(ann, {to: [ann.id]})), ['kudos-to-oneself', 403, '/to/0']);
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id, ann.name]})), ['kudos-to-oneself', 403, '/to/1']);
  assert.deepEqual(await codeOf(refuse(ann, {post: post.id})), ['kudos-to-oneself', 403, '/post']);
  assert.deepEqual(await codeOf(refuse(ann, {post: post.id, to: [bob.id]})), ['kudos-to-oneself', 403, '/post']);
  assert.equal(countOf(await world.call('kudos.list', {person: ann.id})), 0);
  assert.equal((await world.call('kudos.terms', {}, ann)).allowance!.left, 5);
});

test('what is not good is refused with the field at fault', async () => {
  const [ann, bob] = [await somebody('Ann'), await somebody('Bob')];
  const {post} = await ask(world, bob);
  assert.deepEqual(await codeOf(refuse(ann, {})), ['invalid', 422, '/to']);
  assert.deepEqual(await codeOf(refuse(ann, {to: []})), ['invalid', 422, '/to']);
  assert.deepEqual(await codeOf(refuse(ann, {to: Array.from({length: 11}, () => bob.id)})), ['invalid', 422, '/to']);
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id], message: ' \n '})), ['invalid', 422, '/message']);
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id], message: 'x'.repeat(501)})), ['invalid', 422, '/message']);
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id], value: 'greed'})), ['invalid', 422, '/value']);
  assert.deepEqual(await codeOf(refuse(ann, {post: post.id, subject: {key: 'both'}})), ['invalid', 422, '/subject']);
  assert.deepEqual(await codeOf(refuse(ann, {to: [newKey()]})), ['not-found', 404, '/to/0']);
  assert.deepEqual(await codeOf(refuse(ann, {post: newKey()})), ['not-found', 404, undefined]);
  assert.deepEqual(await codeOf(refuse(undefined, {to: [bob.id]})), ['unauthenticated', 401, undefined]);
  assert.equal((await world.refusal('kudos.list', {person: bob.id, subject: 'both'})).field, '/person');
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id], space: 'archive'})), ['forbidden', 403, undefined]);
});

test('a person can be thanked where they may read, and is not there for others', async () => {
  const [ann, bob] = [await somebody('Ann'), await somebody('Bob')];
  const {rows: [club]} = await sql<{id: string}>`select id from space where organisation = ${red} and slug = 'club'`.execute(db);
  await grantRole(world.app.services.store, red, ann.id, 'learner', club!.id);
  world.app.services.standings.forget(red, ann.id);
  assert.deepEqual(await codeOf(refuse(ann, {to: [bob.id], space: 'club'})), ['not-found', 404, '/to/0']);
  await grantRole(world.app.services.store, red, bob.id, 'learner', club!.id);
  assert.equal((await give(ann, {to: [bob.id], space: 'club'})).kudos.to.length, 1);
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id})), 0);
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id, space: 'club'}, ann)), 1);
});

test('kudos are withdrawn within five minutes by the server’s clock, and nothing of what they said is kept', async () => {
  const [ann, bob] = [await somebody('Ann'), await somebody('Bob')];
  const key = newKey();
  const {kudos} = await give(ann, {to: [bob.id], message: 'A slip of the pen'}, key);
  assert.equal((await world.refusal('kudos.withdraw', {kudos: key}, bob)).code, 'forbidden');
  time += 300_000;
  const withdrawn = await world.call('kudos.withdraw', {kudos: key}, ann);
  assert.deepEqual([withdrawn.kudos.state, withdrawn.kudos.message, withdrawn.kudos.to, withdrawn.kudos.version], ['withdrawn', null, [], kudos.version + 1]);
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id})), 0);
  assert.equal((await world.call('kudos.list', {})).kudos.items.some(({id}) => id === key), false);
  const again = await world.call('kudos.withdraw', {kudos: key}, ann);
  assert.equal(again.kudos.version, withdrawn.kudos.version);
  // The same giving once more gets an answer, and does nothing.
  const replayed = await give(ann, {to: [bob.id], message: 'A slip of the pen'}, key);
  assert.equal(replayed.kudos.state, 'withdrawn');
  const {rows} = await sql<{text: string}>`
    select to_jsonb(i)::text as text from intent i union all select to_jsonb(k)::text from kudos k union all select to_jsonb(a)::text from activity a`.execute(db);
  assert.ok(rows.every(({text}) => !text.includes('slip of the pen')));

  const late = await give(ann, {to: [bob.id]});
  time += 300_001;
  assert.deepEqual(await codeOf(world.refusal('kudos.withdraw', {kudos: late.kudos.id}, ann)), ['withdrawal-closed', 409, '/kudos']);
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id})), 1);
});

test('the allowance counts everybody who is thanked in a week, gets back what is withdrawn, and does not roll over', async () => {
  const ann = await somebody('Ann');
  const others = await Promise.all(Array.from({length: 6}, () => somebody()));
  const left = async () => (await world.call('kudos.terms', {}, ann)).allowance!.left;
  await give(ann, {to: [others[0]!.id, others[1]!.id, others[2]!.id]});
  const last = await give(ann, {to: [others[3]!.id, others[4]!.id]});
  assert.equal(await left(), 0);
  const refused = await refuse(ann, {to: [others[5]!.id]});
  assert.deepEqual([refused.code, refused.status, refused.limit], ['kudos-allowance-spent', 409, 5]);
  await world.call('kudos.withdraw', {kudos: last.kudos.id}, ann);
  assert.equal(await left(), 2);
  assert.deepEqual(await codeOf(refuse(ann, {to: [others[3]!.id, others[4]!.id, others[5]!.id]})), ['kudos-allowance-spent', 409, '/to']);
  await give(ann, {to: [others[5]!.id]});
  assert.equal(await left(), 1);
  time += 7 * 86_400_000;
  assert.equal(await left(), 5);
});

test('a week is that of the organisation’s time zone, also when the clocks change', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  // On Sunday 29 March 2026 Amsterdam goes from UTC+1 to UTC+2: Monday begins at 22:00 UTC.
  time = Date.parse('2026-03-29T21:59:59.999Z');
  await give(ann, {to: [bob.id]});
  const before = (await world.call('kudos.terms', {}, ann)).allowance!;
  assert.deepEqual(before, {perWeek: 5, left: 4, renewsAt: '2026-03-29T22:00:00.000Z'});
  time = Date.parse('2026-03-29T22:00:00.000Z');
  assert.deepEqual((await world.call('kudos.terms', {}, ann)).allowance, {perWeek: 5, left: 5, renewsAt: '2026-04-05T22:00:00.000Z'});
  await give(ann, {to: [cas.id]});
  assert.equal((await world.call('kudos.terms', {}, ann)).allowance!.left, 4);
  // The week before had begun at 23:00 UTC.
  time = Date.parse('2026-03-22T22:59:59.999Z');
  const early = await somebody('Early');
  await give(early, {to: [bob.id]});
  time = Date.parse('2026-03-22T23:00:00.000Z');
  assert.equal((await world.call('kudos.terms', {}, early)).allowance!.left, 5);
});

test('E6: two people who praise each other are held to the limit of a pair, and others to theirs', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  for (const day of [0, 1]) {
    time += day * 86_400_000;
    await give(ann, {to: [bob.id]});
    await give(bob, {to: [ann.id]});
  }
  assert.deepEqual(await codeOf(refuse(ann, {to: [cas.id, bob.id]})), ['kudos-pair-limit', 409, '/to/1']);
  assert.equal((await refuse(bob, {to: [ann.id]})).limit, 2);
  await give(ann, {to: [cas.id]});
  time += 29 * 86_400_000 + 1;
  await give(ann, {to: [bob.id]});
  assert.equal((await refuse(ann, {to: [bob.id]})).code, 'kudos-pair-limit');
});

test('E6: who gives at once gives no more than the allowance', async () => {
  const ann = await somebody('Ann');
  const others = await Promise.all(Array.from({length: 12}, () => somebody()));
  const replies = await Promise.all(others.map(({id}) => world.raw('kudos.give', {to: [id], message: 'Burst.'}, ann)));
  assert.equal(replies.filter(({status}) => status === 200).length, 5);
  assert.ok(replies.every(({status, body}) => status === 200 || (body as Problem).code === 'kudos-allowance-spent'));
  const pair = await somebody('Pair');
  const bob = await somebody('Bob');
  const twice = await Promise.all([1, 2, 3, 4].map(() => world.raw('kudos.give', {to: [pair.id], message: 'Burst.'}, bob)));
  assert.equal(twice.filter(({status}) => status === 200).length, 2);
});

test('E2, E4: the same giving fifty times at once is one; with other words it is refused, and with another’s key too', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  const {post} = await ask(world, bob);
  const key = newKey();
  const input = {post: post.id, message: 'Once.'};
  const replies = await Promise.all(Array.from({length: 50}, () => world.raw('kudos.give', input, ann, key)));
  assert.equal(new Set(replies.map(({text}) => text)).size, 1);
  assert.equal(replies[0]!.status, 200);
  assert.equal((await world.refusal('kudos.give', {...input, message: 'Other words.'}, ann, key)).code, 'idempotency-key-reused');
  assert.equal((await world.refusal('kudos.give', input, cas, key)).code, 'idempotency-key-reused');
  assert.equal(countOf(await world.call('kudos.list', {post: post.id})), 1);
  assert.equal((await world.call('kudos.terms', {}, ann)).allowance!.left, 4);
  const {rows} = await sql`select 1 from activity where organisation = ${red} and object = ${key} and verb = 'thanked'`.execute(db);
  assert.equal(rows.length, 1);
});

test('who has left is not thanked, is not named, and still counts', async () => {
  const [ann, bob, cas, dee] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas'), await somebody('Dee')];
  const {post} = await ask(world, bob);
  const {kudos} = await give(ann, {to: [bob.id, cas.id]});
  await give(bob, {to: [cas.id]});
  await sql`update person set state = 'erased', name = 'Erased' where organisation = ${red} and id = ${bob.id}`.execute(db);
  world.app.services.pages.dropOrganisation(red);
  assert.deepEqual(await codeOf(refuse(dee, {to: [bob.id]})), ['gone', 410, '/to/0']);
  assert.deepEqual(await codeOf(refuse(dee, {post: post.id})), ['gone', 410, '/to/0']);
  assert.equal((await world.refusal('kudos.list', {person: bob.id})).code, 'gone');
  const page = await world.call('kudos.list', {person: cas.id});
  assert.equal(countOf(page), 2);
  assert.deepEqual(page.kudos.items.map(({from}) => from?.name ?? null), [null, ann.name]);
  assert.deepEqual(page.kudos.items.find(({id}) => id === kudos.id)!.to.map(({id}) => id), [cas.id]);
  assert.ok(!(await world.call('people.list', {name: bob.name}, ann)).items.length);
});

test('a post that was removed is thanked for no more; what was said before stands', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  const {post} = await ask(world, bob);
  const {kudos} = await give(ann, {post: post.id});
  await world.call('posts.remove', {post: post.id}, bob);
  assert.deepEqual(await codeOf(refuse(cas, {post: post.id})), ['gone', 410, '/post']);
  assert.equal((await world.refusal('kudos.list', {post: post.id})).code, 'gone');
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id})), 1);
  await world.call('kudos.withdraw', {kudos: kudos.id}, ann);
  assert.equal(countOf(await world.call('kudos.list', {person: bob.id})), 0);
});

test('the wall is paged without a gap or a double, and its cursors are good for nothing else', async () => {
  const members = await Promise.all(Array.from({length: 5}, () => free.signIn(`Wall ${++count}`)));
  const ids: string[] = [];
  for (const [index, visitor] of members.entries()) {
    ids.unshift((await free.call('kudos.give', {to: [members[(index + 1) % 5]!.id], message: `${index}`, space: 'inside'}, visitor)).kudos.id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Output<'kudos.list'> = await free.call('kudos.list', {space: 'inside', limit: 2, ...(cursor && {cursor})}, members[0]);
    seen.push(...page.kudos.items.map(({id}) => id));
    cursor = page.kudos.after ?? undefined;
  } while (cursor);
  assert.deepEqual(seen, ids);
  const {kudos} = await free.call('kudos.list', {space: 'inside', limit: 2}, members[0]);
  assert.equal((await free.refusal('kudos.list', {space: 'inside', person: members[0]!.id, cursor: kudos.after!}, members[0])).code, 'cursor-invalid');
});

test('whoever follows the kudos of a space hears of each as it is given and withdrawn, with the numbers that changed', async () => {
  const [ann, bob] = [await free.signIn('Feed Ann'), await free.signIn('Feed Bob')];
  const {post} = await ask(free, bob);
  const {topic, cursor} = await free.call('kudos.list', {person: bob.id});
  assert.equal((await free.call('kudos.list', {post: post.id})).topic, topic);
  const feed = await readFeed(free, [topic], {cursor});
  const {kudos} = await free.call('kudos.give', {post: post.id, message: 'Live.'}, ann);
  await feed.until(() => feed.changes.length === 1);
  assert.deepEqual(feed.changes[0], {
    topic, verb: 'thanked', kudos,
    tallies: [{kind: 'person', key: bob.id, count: 1, version: 1}, {kind: 'post', key: post.id, count: 1, version: 1}],
  });
  await free.call('kudos.withdraw', {kudos: kudos.id}, ann);
  await feed.until(() => feed.changes.length === 2);
  assert.equal(feed.changes[1]!.verb, 'withdrew');
  assert.deepEqual([feed.changes[1]!.kudos!.state, feed.changes[1]!.kudos!.message], ['withdrawn', null]);
  assert.deepEqual(feed.changes[1]!.tallies!.map(({count: number, version}) => [number, version]), [[0, 2], [0, 2]]);
  await feed.stop();
});

test('the log says who thanked whom with what, so that readers can give points and tell people', async () => {
  const [ann, bob, cas] = [await somebody('Ann'), await somebody('Bob'), await somebody('Cas')];
  const {kudos} = await give(ann, {to: [bob.id, cas.id]});
  await world.call('kudos.withdraw', {kudos: kudos.id}, ann);
  const {post, thread} = await ask(world, bob);
  const {rows} = await sql`
    select verb, actor, object_type, object, people from activity where organisation = ${red} and object = any (${[kudos.id, post.id]}::uuid[]) order by seq`.execute(db);
  assert.deepEqual(rows, [
    {verb: 'thanked', actor: ann.id, object_type: 'kudos', object: kudos.id, people: [bob.id, cas.id]},
    {verb: 'withdrew', actor: ann.id, object_type: 'kudos', object: kudos.id, people: [bob.id, cas.id]},
    {verb: 'posted', actor: bob.id, object_type: 'post', object: post.id, people: []},
  ]);
  await world.call('threads.lock', {thread: thread.id, on: true}, await world.signIn(`Mo ${++count}`, {roles: ['moderator']}));
  const {rows: [lock]} = await sql`select object_type, object from activity where organisation = ${red} and verb = 'locked' order by seq desc limit 1`.execute(db);
  assert.deepEqual(lock, {object_type: 'thread', object: thread.id});
});

test('E3: 1,000 clicks of 200 people at once, doubles and withdrawals among them, are counted right at every moment', async () => {
  const people = await Promise.all(Array.from({length: 200}, (_, index) => free.signIn(`Clicker ${index}`)));
  const posts = await Promise.all([0, 1, 2, 3].map(index => ask(free, people[index]!)));
  const acknowledged = new Map<string, boolean>();
  let running = true;
  const watching = watch(free, () => running);
  const clicks = people.flatMap((visitor, index) => {
    const {post} = posts[(index % 3) + (index % 4 === index % 3 ? 1 : 0)]!;
    const [first, second] = [newKey(), newKey()];
    const others = [people[(index + 7) % 200]!.id, people[(index * 3 + 1) % 200]!.id].filter(id => id !== visitor.id);
    const own = post.author!.id === visitor.id;
    const click = async (name: 'kudos.give' | 'kudos.withdraw', input: object, key: string) => {
      const send = () => free.raw(name, input as never, visitor, key);
      let reply = await send();
      // What finds the server too busy is sent again with its key, as every client does.
      while (reply.status === 503) reply = await send();
      const {status, body} = reply;
      if (status !== 200) throw new Error(JSON.stringify(body));
      const {kudos} = body as Output<'kudos.give'>;
      acknowledged.set(kudos.id, acknowledged.get(kudos.id) !== false && kudos.state === 'given');
    };
    const one = own ? {to: others, message: 'One.'} : {post: post.id, message: 'One.'};
    const two = {to: others, subject: {key: `clicks/${index % 3}`}, message: 'Two.'};
    return [
      click('kudos.give', one, first), click('kudos.give', one, first), click('kudos.give', two, second), click('kudos.give', two, second),
      (async () => {
        if (index % 2 > 0) return click('kudos.give', two, second);
        await click('kudos.give', two, second);
        return click('kudos.withdraw', {kudos: second}, newKey());
      })(),
    ];
  });
  assert.equal(clicks.length, 1_000);
  await Promise.all(clicks);
  running = false;
  assert.ok((await watching) > 0);

  assert.equal(acknowledged.size, 400);
  assert.equal([...acknowledged.values()].filter(Boolean).length, 300);
  const {rows: stored} = await sql<{id: string; stands: boolean}>`
    select id, state = 'given' as stands from kudos
    where organisation = ${free.organisations['red']} and id = any (${[...acknowledged.keys()]}::uuid[]) order by id`.execute(free.app.services.store.db);
  assert.deepEqual(stored.map(({id, stands}) => [id, stands]), [...acknowledged].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  assert.deepEqual(await miscounted(free), []);
  let shown = 0;
  for (const key of [0, 1, 2]) shown += countOf(await free.call('kudos.list', {subject: `clicks/${key}`}));
  assert.equal(shown, 100);
});

test('people are found by the start of a word of their name, without case and accents', async () => {
  const names = ['Tomás Herrera', 'Sanne de Vries', 'Hendrik Vriesman', 'Ivo 100%', 'Zoë Tomasson'];
  for (const name of names) await world.signIn(`host-${name}`, {name});
  const ann = await somebody('Ann');
  const found = async (name: string, space?: string) => (await world.call('people.list', {name, ...(space && {space})}, ann)).items.map(each => each.name);
  assert.deepEqual(await found('tomas'), ['Tomás Herrera', 'Zoë Tomasson']);
  assert.deepEqual(await found('VRIES'), ['Hendrik Vriesman', 'Sanne de Vries']);
  assert.deepEqual(await found('zoe'), ['Zoë Tomasson']);
  assert.deepEqual(await found('errera'), []);
  assert.deepEqual(await found('100%'), ['Ivo 100%']);
  assert.deepEqual(await found('%'), []);
  assert.deepEqual(await found('_'), []);
  assert.equal((await world.call('people.list', {limit: 3}, ann)).items.length, 3);
  assert.equal((await world.refusal('people.list', {name: 'Ann'})).code, 'unauthenticated');
  assert.equal((await world.refusal('people.list', {space: 'club'}, ann)).code, 'not-found');
});

/** The tallies that are not the number of their rows, in one snapshot. */
async function miscounted({app: {services: {store}}}: World): Promise<unknown[]> {
  const {rows} = await sql`
    select t.kind, t.key, t.count from kudos_tally t where t.count <> case t.kind
      when 'person' then (select count(*) from kudos_recipient r join kudos k on k.organisation = r.organisation and k.id = r.kudos
        where r.organisation = t.organisation and r.space = t.space and r.person::text = t.key and k.state = 'given')
      when 'post' then (select count(*) from kudos k where k.organisation = t.organisation and k.post::text = t.key and k.state = 'given')
      else (select count(*) from kudos k where k.organisation = t.organisation and k.space = t.space and k.subject_hash = t.key and k.state = 'given') end`.execute(store.db);
  return rows;
}

/** Looks again and again while something runs; gives how often. */
async function watch(of: World, goesOn: () => boolean): Promise<number> {
  let looks = 0;
  while (goesOn()) {
    // Whoever looks waits for a connection like those who click, and looks again where none comes free.
    const wrong = await miscounted(of).catch((error: unknown) => {
      if (!isAway(error)) throw error;
    });
    if (!wrong) continue;
    assert.deepEqual(wrong, []);
    looks++;
  }
  return looks;
}
