import type {Channel, Environment, KeyValueStorage} from './environment.ts';
import {memoryStorage} from './memory-storage.ts';

/** What a window has and a worker may lack. */
interface WindowLike {
  readonly localStorage?: KeyValueStorage;
  addEventListener?(type: string, listener: () => void): void;
  removeEventListener?(type: string, listener: () => void): void;
  requestIdleCallback?(task: () => void, options: {timeout: number}): void;
}

/** The environment of a page. What a sandbox forbids is replaced by memory; nothing here throws. */
export function browserEnvironment(): Environment {
  const page = globalThis as unknown as WindowLike;
  let drafts: KeyValueStorage | undefined;
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    fill: bytes => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    wait: (milliseconds, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const settle = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', settle);
          resolve();
        };
        const timer = setTimeout(settle, milliseconds);
        signal?.addEventListener('abort', settle);
      }),
    onWake(listener) {
      const types = ['online', 'pageshow', 'focus'];
      for (const type of types) page.addEventListener?.(type, listener);
      return () => {
        for (const type of types) page.removeEventListener?.(type, listener);
      };
    },
    async lock(name, signal, task) {
      const locks = attempt(() => navigator.locks);
      if (!locks) return task();
      let held = false;
      try {
        await locks.request(name, {signal}, () => {
          held = true;
          return task();
        });
      } catch (error) {
        // A sandboxed frame has locks and may not use them: then it is the only tab that it knows.
        if (!held && !signal.aborted) return task();
        throw error;
      }
    },
    channel: name => attempt(() => broadcastChannel(name)) ?? silentChannel,
    openOutbox: async () => (await import('./indexed-db-outbox.ts')).openIndexedDbOutbox(),
    // Not before they are asked for: to reach them a page waits for another process.
    get drafts() {
      return (drafts ??= attempt(() => page.localStorage) ?? memoryStorage());
    },
    idle: () =>
      new Promise(resolve => {
        // A page in the background has no idle time for long.
        if (page.requestIdleCallback) page.requestIdleCallback(() => resolve(), {timeout: 1_000});
        else setTimeout(resolve, 16);
      }),
  };
}

const silentChannel: Channel = {post: () => undefined, listen: () => () => undefined, close: () => undefined};

function broadcastChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: message => channel.postMessage(message),
    listen(listener) {
      const onMessage = (event: MessageEvent) => listener(event.data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => channel.close(),
  };
}

/** What a getter gives, or `undefined` where a sandbox makes it throw. */
function attempt<Value>(get: () => Value | undefined): Value | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
