import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClient, defineBackend, SocialLearningError, type Post, type Thread} from '@social-learning/sdk';
// Loaded lazily by the client: a world with a clock of its own cannot wait for a disk.
import '../../src/shared-feed.ts';
import {Browser, World} from './world.ts';

interface Change {
  topic: string;
  verb: 'posted';
  post?: Post;
  thread?: Thread;
}

const seeds = Number(process.env['SEEDS'] ?? 1_000);
const space = {id: 'space', slug: 'space', name: 'Space', readers: 'everybody', posters: 'signed-in', reactions: ['thanks']} as const;

/** A server with one thread and a log, and a network to it that cuts, repeats, reorders and forgets. */
class ServerModel {
  readonly posts = new Map<string, Post>();
  readonly #log: Change[] = [];
  readonly #world: World;
  faults = 0.3;

  constructor(world: World) {
    this.#world = world;
  }

  /** Somebody does something: posts, edits, or removes. */
  act(): void {
    const {below} = {below: (bound: number) => this.#world.below(bound)};
    const there = [...this.posts.values()];
    const kind = this.#world.random();
    let post: Post;
    if (there.length === 0 || kind < 0.6) {
      const parent = there.length > 0 && this.#world.chance(0.4) ? there[below(there.length)]! : undefined;
      const number = String(this.#log.length).padStart(6, '0');
      post = {
        id: `post-${number}`, thread: 'thread', parent: parent?.id ?? null, position: (parent?.position ?? '') + number,
        depth: parent ? parent.depth + 1 : 0, author: {id: 'bob', name: 'Bob', picture: null}, state: 'visible',
        content: {type: 'root', children: []}, createdAt: new Date(this.#world.now).toISOString(), editedAt: null,
        revision: 1, version: 1, replies: 0, accepted: false, reactions: {},
      };
      if (parent) this.#change({...parent, replies: parent.replies + 1, version: parent.version + 1});
    } else {
      const before = there[below(there.length)]!;
      post = {...before, version: before.version + 1, ...(kind < 0.85 ? {revision: before.revision + 1} : {state: 'removed' as const, content: null})};
    }
    this.#change(post);
  }

  #change(post: Post): void {
    this.posts.set(post.id, post);
    this.#log.push({topic: 'topic', verb: 'posted', post});
  }

  get thread(): Thread {
    return {
      id: 'thread', space: 'space', subject: {key: 'subject', title: null, url: null}, kind: 'discussion', title: null, question: null,
      state: 'open', answered: false, posts: this.posts.size, createdAt: new Date(0).toISOString(),
      lastActivityAt: new Date(0).toISOString(), version: this.#log.length,
    };
  }

  /** What a reader should see. */
  get truth(): Post[] {
    return [...this.posts.values()]
      .filter(post => post.state !== 'removed' || post.replies > 0)
      .sort((a, b) => (a.position < b.position ? -1 : 1));
  }

  /** The signals of the streams that were opened. */
  readonly streams = new Set<AbortSignal>();

  /** @param isAlive Whether the tab is there that the answers go to. */
  backend(pageSize: number, isAlive = () => true) {
    const world = this.#world;
    const page = (after: string) => {
      const items = this.truth.filter(post => post.position > after);
      const shown = items.slice(0, pageSize);
      return {items: shown, before: null, after: items.length > shown.length ? shown.at(-1)!.position : null};
    };
    const flaky = async <Answer>(answer: () => Answer): Promise<Answer> => {
      await world.pause(world.below(200));
      if (world.chance(this.faults)) throw new SocialLearningError('network', 'Cut.');
      const given = structuredClone(answer());
      await world.pause(world.below(200));
      return given;
    };
    return defineBackend(
      {
        'me.read': () => flaky(() => ({
          organisation: {id: 'org', name: 'Org', timeZone: 'UTC'}, person: null, roles: [], memberships: [], space: {...space, reactions: [...space.reactions]},
          limits: {source: 1, title: 1, depth: 1, editWindow: null, floodInterval: 0}, serverTime: new Date(world.now).toISOString(),
        })),
        'threads.read': () => flaky(() => ({
          space: {...space, reactions: [...space.reactions]}, thread: this.thread, posts: page(''), topic: 'topic', cursor: String(this.#log.length),
        })),
        'posts.list': ({cursor}) => flaky(() => page(cursor ?? '')),
      },
      async (_topics, cursors, onEvent, signal) => {
        await world.pause(world.below(100));
        if (world.chance(this.faults)) throw new SocialLearningError('network', 'Cut.');
        this.streams.add(signal);
        let next = Math.min(...cursors.map(Number));
        if (world.chance(this.faults / 3)) {
          // The cursor is too old: what was missed is never told.
          next = this.#log.length;
          onEvent({type: 'reset', cursor: String(next)});
        }
        onEvent({type: 'ready', cursor: String(next)});
        while (!signal.aborted && isAlive()) {
          await world.pause(20 + world.below(80));
          if (world.chance(this.faults / 10)) break;
          const news = this.#log.slice(next, next + 1 + world.below(5)).map((change, index) => ({change, cursor: String(next + index + 1)}));
          next += news.length;
          // Each batch may be told twice and in any order; its last cursor comes last.
          const told = world.chance(this.faults) ? [...news.toReversed(), ...news] : news;
          for (const {change, cursor} of told) if (isAlive()) onEvent({type: 'change', cursor, change});
        }
        this.streams.delete(signal);
      },
    );
  }
}

test(`a view agrees with the server after any faults of the connection, in ${seeds} seeds`, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const world = new World(seed);
    const server = new ServerModel(world);
    for (let count = world.below(40); count > 0; count--) server.act();
    const {environment} = new Browser(world).open();
    const client = createClient({backend: server.backend(20), environment});
    const thread = client.thread({subject: 'subject'});
    const stop = thread.$state.subscribe(() => undefined);
    for (let step = 0; step < 20; step++) {
      world.after(world.below(8_000), () => server.act());
      if (world.chance(0.2)) world.after(world.below(8_000), () => void thread.more('later'));
    }
    await world.runUntil(world.now + 8_000);

    server.faults = 0;
    await world.runUntil(world.now + 10_000);
    if (thread.$state.get().status === 'failed') void thread.reload();
    await world.runUntil(world.now + 5_000);
    // A page that failed is asked for again by whoever reads on.
    for (let pages = 0; pages < 10; pages++) {
      void thread.more('later');
      await world.runUntil(world.now + 1_000);
    }
    const seen = thread.posts.items.map(({post}) => `${post.id} v${post.version} ${post.state}`);
    assert.deepEqual(seen, server.truth.map(post => `${post.id} v${post.version} ${post.state}`), `seed ${seed}`);
    stop();
    client.close();
    await world.runUntil(world.now + 2_000);
  }
});

test(`the tabs of a browser share one connection, and each agrees with the server, in ${Math.ceil(seeds / 4)} seeds`, async () => {
  for (let seed = 1; seed <= seeds / 4; seed++) {
    const world = new World(seed);
    const server = new ServerModel(world);
    for (let count = world.below(10); count > 0; count--) server.act();
    const browser = new Browser(world);
    const open = () => {
      const tab = browser.open();
      const client = createClient({backend: server.backend(500, () => tab.alive), environment: tab.environment});
      const thread = client.thread({subject: 'subject'});
      thread.$state.subscribe(() => undefined);
      return {tab, thread, client};
    };
    const tabs = [open(), open()];
    for (let step = 0; step < 30; step++) {
      server.act();
      if (world.chance(0.15)) tabs.push(open());
      if (tabs.length > 1 && world.chance(0.15)) {
        const [gone] = tabs.splice(world.below(tabs.length), 1);
        browser.kill(gone!.tab);
      }
      await world.runUntil(world.now + world.below(600));
    }
    server.faults = 0;
    await world.runUntil(world.now + 12_000);
    for (const {thread} of tabs) if (thread.$state.get().status === 'failed') void thread.reload();
    server.act();
    await world.runUntil(world.now + 8_000);
    const truth = server.truth.map(post => `${post.id} v${post.version}`);
    for (const [index, {thread}] of tabs.entries()) {
      assert.deepEqual(thread.posts.items.map(({post}) => `${post.id} v${post.version}`), truth, `seed ${seed}, tab ${index}`);
    }
    assert.equal(server.streams.size, 1, `seed ${seed}: ${tabs.length} tabs have ${server.streams.size} connections`);
    for (const {client} of tabs) client.close();
    await world.runUntil(world.now + 2_000);
  }
});
