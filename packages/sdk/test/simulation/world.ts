import type {Channel, Environment, OutboxItem, OutboxStorage} from '@social-learning/sdk';
import {memoryStorage} from '@social-learning/sdk';

/** Random numbers in [0, 1) of a seed (mulberry32): the same seed, the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A world with a clock of its own: nothing happens in it but what was scheduled, in an order that its seed decides. */
export class World {
  readonly random: () => number;
  now = 1_700_000_000_000;
  #tasks: Task[] = [];
  #order = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** A whole number below `bound`. */
  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  after(milliseconds: number, run: () => void): void {
    this.#tasks.push({at: this.now + Math.max(0, milliseconds), order: this.#order++, run});
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.after(milliseconds, resolve));
  }

  /** Lets everything happen until a time, or until nothing is left to happen. */
  async runUntil(end: number): Promise<void> {
    await settled();
    for (;;) {
      const next = this.#tasks.reduce<Task | undefined>(
        (first, task) => (!first || task.at < first.at || (task.at === first.at && task.order < first.order) ? task : first),
        undefined,
      );
      if (!next || next.at > end) break;
      this.#tasks.splice(this.#tasks.indexOf(next), 1);
      this.now = next.at;
      next.run();
      await settled();
    }
    this.now = end;
  }
}

/** Lets every promise that can settle do so. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** One browser: what its tabs share. */
export class Browser {
  readonly world: World;
  readonly stored = new Map<string, OutboxItem>();
  readonly #tabs = new Set<Tab>();
  readonly #locks = new Map<string, {tab: Tab; start: () => void}[]>();
  /** The chance that a write is refused, as with a full disk. */
  refusing = 0;

  constructor(world: World) {
    this.world = world;
  }

  open(): Tab {
    const tab = new Tab(this);
    this.#tabs.add(tab);
    return tab;
  }

  /** The tab is gone at once: nothing that it waited for comes to it any more. */
  kill(tab: Tab): void {
    tab.alive = false;
    this.#tabs.delete(tab);
    for (const [name, queue] of this.#locks) {
      const wasFirst = queue[0]?.tab === tab;
      this.#locks.set(name, queue.filter(entry => entry.tab !== tab));
      if (wasFirst) this.#locks.get(name)?.[0]?.start();
    }
  }

  post(from: Tab, name: string, message: unknown): void {
    if (!from.alive) return;
    for (const tab of this.#tabs) {
      if (tab !== from) this.world.after(this.world.below(5), () => tab.alive && tab.hear(name, structuredClone(message)));
    }
  }

  lock(tab: Tab, name: string, task: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!tab.alive) return;
      const queue = this.#locks.get(name) ?? [];
      this.#locks.set(name, queue);
      const start = () => {
        void task().then(resolve, reject).finally(() => {
          const waiting = (this.#locks.get(name) ?? []).filter(other => other !== entry);
          this.#locks.set(name, waiting);
          waiting[0]?.start();
        });
      };
      const entry = {tab, start};
      queue.push(entry);
      if (queue.length === 1) start();
    });
  }
}

/** One tab: the environment of a client, until it is killed. */
export class Tab {
  readonly browser: Browser;
  readonly environment: Environment;
  alive = true;
  readonly #channels = new Map<string, Set<(message: unknown) => void>>();
  readonly #wakers = new Set<() => void>();

  constructor(browser: Browser) {
    this.browser = browser;
    const {world} = browser;
    const mine = <Value>(value: Value) => new Promise<Value>(resolve => world.after(world.below(4), () => this.alive && resolve(value)));
    const storage: OutboxStorage = {
      put: async item => {
        await mine(undefined);
        if (world.chance(browser.refusing)) throw new Error('The disk is full.');
        browser.stored.set(item.id, structuredClone(item));
        await mine(undefined);
      },
      delete: async id => {
        await mine(undefined);
        browser.stored.delete(id);
        await mine(undefined);
      },
      all: async owner => mine([...browser.stored.values()].filter(item => item.owner === owner).map(item => structuredClone(item))),
    };
    this.environment = {
      now: () => world.now,
      random: () => world.random(),
      fill: bytes => bytes.forEach((_, index) => (bytes[index] = world.below(256))),
      wait: (milliseconds, signal) =>
        new Promise(resolve => {
          if (signal?.aborted) return resolve();
          signal?.addEventListener('abort', () => resolve());
          world.after(milliseconds, () => this.alive && resolve());
        }),
      idle: () => new Promise(resolve => world.after(world.below(50), () => this.alive && resolve())),
      onWake: listener => {
        this.#wakers.add(listener);
        return () => this.#wakers.delete(listener);
      },
      lock: (name, _signal, task) => browser.lock(this, name, task),
      channel: name => this.#channel(name),
      openOutbox: async () => storage,
      drafts: memoryStorage(),
    };
  }

  hear(name: string, message: unknown): void {
    for (const listener of this.#channels.get(name) ?? []) listener(message);
  }

  /** As when the machine is online again, or the page is shown again. */
  wake(): void {
    for (const waker of this.#wakers) waker();
  }

  #channel(name: string): Channel {
    const listeners = this.#channels.get(name) ?? new Set();
    this.#channels.set(name, listeners);
    return {
      post: message => this.browser.post(this, name, message),
      listen: listener => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => listeners.clear(),
    };
  }
}
