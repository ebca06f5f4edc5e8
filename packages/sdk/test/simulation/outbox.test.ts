import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createOutbox, SocialLearningError, type Outbox, type OutboxItem} from '@social-learning/sdk';
import {Browser, World, type Tab} from './world.ts';

const seeds = Number(process.env['SEEDS'] ?? 1_000);

/** A server that keeps the contract: one effect for a key, in the order in which requests arrive. */
class ServerModel {
  readonly effects: OutboxItem[] = [];
  readonly #answers = new Map<string, SocialLearningError | 'done'>();

  receive(item: OutboxItem): SocialLearningError | 'done' {
    const before = this.#answers.get(item.id);
    if (before) return before;
    const poisoned = (item.input as {source: string}).source === 'poison';
    const answer = poisoned ? new SocialLearningError('invalid', 'This cannot be taken.') : 'done';
    this.#answers.set(item.id, answer);
    if (answer === 'done') this.effects.push(item);
    return answer;
  }
}

/** One run: people's tabs come and go, the network cuts, doubles and delays, and everything heals in the end. */
async function simulate(seed: number) {
  const world = new World(seed);
  const server = new ServerModel();
  const browser = new Browser(world);
  const faults = {rate: 0.4};
  const kept: OutboxItem[] = [];
  const open = new Map<Tab, Outbox>();
  const foreign: string[] = [];

  const send = (tab: Tab, person: string) => (item: OutboxItem, signal: AbortSignal) =>
    new Promise<never>((resolve, reject) => {
      if (item.person !== person) foreign.push(item.id);
      const answer = (run: () => void) => world.after(world.below(400), () => tab.alive && run());
      const fail = (code: 'network' | 'unavailable') => answer(() => reject(new SocialLearningError(code, code)));
      signal.addEventListener('abort', () => reject(new SocialLearningError('aborted', 'Given up.')));
      const deliver = () => server.receive(item);
      const kind = world.chance(faults.rate) ? world.below(5) : -1;
      if (kind === 0) return fail('network'); // never arrived
      if (kind === 1) return fail('unavailable');
      if (kind === 2) return world.after(world.below(300), deliver), fail('network'); // done, and the answer was cut
      if (kind === 3) return world.after(world.below(300), deliver), undefined; // done, and nothing ever comes back
      if (kind === 4) world.after(world.below(30_000), deliver); // a copy of the request arrives late
      world.after(world.below(200), () => {
        const outcome = deliver();
        answer(() => (outcome === 'done' ? resolve({} as never) : reject(outcome)));
      });
    });

  const openTab = async () => {
    const tab = browser.open();
    const person = 'ann';
    const outbox = await createOutbox(`org/${person}`, person, send(tab, person), tab.environment);
    open.set(tab, outbox);
  };

  const acts = (async () => {
    for (let step = 0; step < 30; step++) {
      await world.pause(world.below(2_000));
      const tabs = [...open.keys()];
      const tab = tabs[world.below(tabs.length)];
      const choice = world.random();
      browser.refusing = 0;
      if (!tab || choice < 0.15) await openTab();
      else if (choice < 0.3) {
        browser.kill(tab);
        open.delete(tab);
      } else if (choice < 0.35) tab.wake();
      else {
        const source = world.chance(0.1) ? 'poison' : `post ${step}`;
        const lane = `lane ${world.below(2)}`;
        const adding = open.get(tab)!.add('posts.create', {subject: {key: lane}, source}, lane);
        // Somebody may close the tab while it is being kept: then it was never promised.
        if (world.chance(0.1)) {
          world.after(world.below(6), () => {
            browser.kill(tab);
            open.delete(tab);
          });
          void adding.then(item => kept.push(item));
        } else kept.push(await adding);
      }
    }
  })();
  await world.runUntil(world.now + 120_000);
  await acts;

  faults.rate = 0;
  void openTab();
  await world.runUntil(world.now + 600_000);
  return {server, browser, kept, open, foreign};
}

test(`every kept act is done exactly once and in order, through every fault of ${seeds} seeds`, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const {server, browser, kept, foreign} = await simulate(seed);
    const done = server.effects.map(({id}) => id);
    assert.equal(new Set(done).size, done.length, `seed ${seed}: an act was done twice`);
    for (const item of kept) {
      if ((item.input as {source: string}).source === 'poison') {
        assert.equal(browser.stored.get(item.id)?.state, 'parked', `seed ${seed}: a poisoned act was not parked with its text`);
        assert.equal(browser.stored.get(item.id)?.error?.code, 'invalid');
      } else {
        assert.ok(done.includes(item.id), `seed ${seed}: ${JSON.stringify(item.input)} was lost`);
        assert.equal(browser.stored.has(item.id), false, `seed ${seed}: an act that is done was still kept`);
      }
    }
    for (const lane of ['lane 0', 'lane 1']) {
      const orders = server.effects.filter(effect => effect.lane === lane).map(({order}) => order);
      assert.deepEqual(orders, orders.toSorted((a, b) => a - b), `seed ${seed}: ${lane} is out of order`);
    }
    assert.deepEqual(foreign, [], `seed ${seed}: somebody's act was sent as another`);
  }
});

test('an act that the browser cannot keep is sent all the same, and says that it is not kept', async () => {
  const world = new World(7);
  const server = new ServerModel();
  const browser = new Browser(world);
  browser.refusing = 1;
  const tab = browser.open();
  const opening = createOutbox('org/ann', 'ann', async item => (server.receive(item), {} as never), tab.environment);
  await world.runUntil(world.now + 100);
  const outbox = await opening;
  const adding = outbox.add('posts.create', {subject: {key: 'a'}, source: 'hello'}, 'lane');
  await world.runUntil(world.now + 1_000);
  assert.equal((await adding).kept, false);
  assert.equal(server.effects.length, 1);
});

test('an act that is held back is sent after its time and not before, does not hold up others, and can be taken back', async () => {
  const world = new World(11);
  const server = new ServerModel();
  const tab = new Browser(world).open();
  const opening = createOutbox('org/ann', 'ann', async item => (server.receive(item), {} as never), tab.environment);
  await world.runUntil(world.now + 100);
  const outbox = await opening;
  const sent = () => server.effects.map(({id}) => id);
  const [first, second] = [outbox.add('posts.remove', {post: 'a'}, 'lane', 8_000), outbox.add('posts.remove', {post: 'b'}, 'lane', 8_000)];
  await world.runUntil(world.now + 1_000);
  const later = outbox.add('posts.create', {subject: {key: 'a'}, source: 'hello'}, 'lane');
  await world.runUntil(world.now + 1_000);
  assert.deepEqual(sent(), [(await later).id]);
  const taken = outbox.discard((await first).id);
  await world.runUntil(world.now + 5_000);
  assert.deepEqual(sent(), [(await later).id]);
  await world.runUntil(world.now + 2_000);
  assert.deepEqual(sent(), [(await later).id, (await second).id]);
  assert.equal((await taken)?.name, 'posts.remove');
  assert.deepEqual(outbox.items(), []);
});

test('the acts of one person are never sent in the session of another on the same browser', async () => {
  const world = new World(9);
  const browser = new Browser(world);
  const sentAs: string[] = [];
  const sender = (person: string, works: boolean) => async (item: OutboxItem) => {
    if (!works) throw new SocialLearningError('network', 'Offline.');
    sentAs.push(`${item.person} as ${person}`);
    return {} as never;
  };
  const first = browser.open();
  const opening = createOutbox('org/ann', 'ann', sender('ann', false), first.environment);
  await world.runUntil(world.now + 100);
  void (await opening).add('posts.create', {subject: {key: 'a'}, source: 'from Ann'}, 'lane');
  await world.runUntil(world.now + 5_000);
  browser.kill(first);
  const second = browser.open();
  void createOutbox('org/bob', 'bob', sender('bob', true), second.environment);
  await world.runUntil(world.now + 60_000);
  assert.deepEqual(sentAs, []);
  assert.equal(browser.stored.size, 1);
  void createOutbox('org/ann', 'ann', sender('ann', true), browser.open().environment);
  await world.runUntil(world.now + 60_000);
  assert.deepEqual(sentAs, ['ann as ann']);
});
