import {createId, type ActName, type Id, type Input, type Output} from '@social-learning/protocol';
import type {Environment} from './environment.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {mayPass} from './may-pass.ts';
import type {OutboxItem} from './outbox-item.ts';

export type OutboxEvent =
  | {readonly type: 'changed'; readonly item: OutboxItem}
  | {readonly type: 'acknowledged'; readonly item: OutboxItem; readonly output: Output<ActName>}
  | {readonly type: 'discarded'; readonly item: OutboxItem};

/** The acts of one person that are on their way. */
export interface Outbox {
  readonly owner: string;
  /**
   * Keeps an act, then sends it until it is acknowledged. Settles when it is kept; its id is its key from then on.
   *
   * @param hold Milliseconds that it is held back for, so that it can be discarded; what comes after it is sent before. Default 0.
   */
  add<Name extends ActName>(name: Name, input: Input<Name>, lane: string, hold?: number): Promise<OutboxItem<Name>>;
  /** The items of a lane, in order; without one, those of all. */
  items(lane?: string): readonly OutboxItem[];
  listen(listener: (event: OutboxEvent) => void): () => void;
  /** Tries a parked item again, or a waiting one now, also one that is held back. */
  retry(id: Id): Promise<void>;
  /** Takes an item out for good. Gives it back, with what was typed. */
  discard(id: Id): Promise<OutboxItem | undefined>;
  /** Stops sending. What is not acknowledged stays kept. */
  close(): void;
}

/** Milliseconds for one attempt; P10: nothing hangs. */
const deadline = 20_000;

/** The longest pause between two attempts, in milliseconds. */
const longestPause = 30_000;

type Message = OutboxEvent | {readonly type: 'retry'; readonly id: Id};

/**
 * Starts the outbox of a person. One tab of the browser sends, whichever holds the lock; the others hear from it.
 *
 * @param send Sends one item; rejects with a `SocialLearningError`.
 */
export async function createOutbox(
  owner: string,
  person: Id,
  send: (item: OutboxItem, signal: AbortSignal) => Promise<Output<ActName>>,
  environment: Environment,
): Promise<Outbox> {
  const storage = await environment.openOutbox();
  const items = new Map<Id, OutboxItem>();
  const finished = new Set<Id>();
  const busy = new Set<string>();
  const listeners = new Set<(event: OutboxEvent) => void>();
  const channel = environment.channel(`social-learning:outbox:${owner}`);
  const closing = new AbortController();
  let leading = false;
  let pauses = new AbortController();
  /** What waits for a held item, and is told of others. */
  let news = new AbortController();

  const inOrder = (lane?: string) =>
    [...items.values()].filter(item => lane === undefined || item.lane === lane).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

  /** Makes an event true here and tells it to whoever listens here. */
  const apply = (event: OutboxEvent) => {
    if (event.type === 'changed') {
      if (finished.has(event.item.id)) return;
      items.set(event.item.id, event.item);
    } else {
      finished.add(event.item.id);
      if (!items.delete(event.item.id) && event.type === 'discarded') return;
    }
    for (const listener of listeners) listener(event);
  };

  const announce = (event: OutboxEvent) => {
    apply(event);
    channel.post(event);
  };

  /** Keeps a new form of an item. An item that cannot be kept lives on in memory, and says so. */
  const keep = async (item: OutboxItem): Promise<OutboxItem> => {
    try {
      await storage.put({...item, kept: true});
      return {...item, kept: true};
    } catch {
      return {...item, kept: false};
    }
  };

  const attempt = async (item: OutboxItem): Promise<Output<ActName>> => {
    const late = new AbortController();
    const done = new AbortController();
    void environment.wait(deadline, done.signal).then(() => late.abort());
    try {
      return await Promise.race([
        send(item, AbortSignal.any([late.signal, closing.signal])),
        aborted(late.signal),
      ]);
    } finally {
      done.abort();
    }
  };

  const settle = async (item: OutboxItem): Promise<void> => {
    try {
      const output = await attempt(item);
      if (closing.signal.aborted) return;
      await storage.delete(item.id).catch(() => undefined);
      announce({type: 'acknowledged', item, output});
    } catch (cause) {
      if (closing.signal.aborted || !items.has(item.id)) return;
      const error = toSocialLearningError(cause);
      const {code, message, details} = error;
      const failed: OutboxItem = {...item, attempts: item.attempts + 1, error: {code, message, details}};
      if (!mayPass(error)) {
        announce({type: 'changed', item: await keep({...failed, state: 'parked'})});
        return;
      }
      announce({type: 'changed', item: failed});
      const pause = environment.random() * Math.min(longestPause, 500 * 2 ** failed.attempts);
      await environment.wait(Math.max(pause, (details.retryAfter ?? 0) * 1_000), pauses.signal);
    }
  };

  const runLane = async (lane: string) => {
    if (busy.has(lane)) return;
    busy.add(lane);
    try {
      for (;;) {
        const waiting = inOrder(lane).filter(item => item.state === 'waiting');
        if (waiting.length === 0 || closing.signal.aborted) return;
        const next = waiting.find(({notBefore = 0}) => notBefore <= environment.now());
        if (next) await settle(next);
        else await environment.wait(Math.min(...waiting.map(({notBefore = 0}) => notBefore)) - environment.now(), AbortSignal.any([news.signal, closing.signal]));
      }
    } finally {
      busy.delete(lane);
    }
  };

  const sendAll = () => {
    if (leading) for (const {lane} of items.values()) void runLane(lane);
  };

  const load = async () => {
    const stored = await storage.all(owner).catch(() => []);
    for (const item of stored) if (!items.has(item.id)) apply({type: 'changed', item});
  };

  /** Sends what there is, after a look at what a tab that died had kept and could not tell: it may come first. */
  const gather = async () => {
    if (!leading) return;
    await load();
    news.abort();
    news = new AbortController();
    sendAll();
  };

  const wake = () => {
    pauses.abort();
    pauses = new AbortController();
    void gather();
  };

  /** A parked item is put back into the queue; a waiting one is tried without waiting longer. */
  const requeue = async (id: Id) => {
    const item = items.get(id);
    if (!item) return;
    if (item.state === 'parked') {
      const {error: _, ...rest} = item;
      announce({type: 'changed', item: await keep({...rest, state: 'waiting', attempts: 0})});
    } else if (item.notBefore !== undefined) {
      const {notBefore: _, ...rest} = item;
      announce({type: 'changed', item: rest});
      // At once: the page may be about to go.
      news.abort();
      news = new AbortController();
      sendAll();
      await keep(rest);
    }
    wake();
  };

  const stopListening = channel.listen(value => {
    const message = value as Message;
    if (message.type === 'retry') wake();
    else apply(message);
    void gather();
  });
  const stopWaking = environment.onWake(wake);

  await load();
  void environment
    .lock(`social-learning:outbox:${owner}`, closing.signal, async () => {
      // What a tab that is gone had kept.
      await load();
      leading = true;
      sendAll();
      await aborted(closing.signal).catch(() => undefined);
    })
    .catch(() => undefined);

  return {
    owner,
    async add(name, input, lane, hold = 0) {
      const id = createId(environment.now(), bytes => environment.fill(bytes));
      const last = Math.max(0, ...[...items.values()].map(item => item.order));
      const order = Math.max(environment.now(), last + 1);
      const item = await keep({id, owner, person, lane, name, input, order, state: 'waiting', attempts: 0, kept: true, ...(hold > 0 && {notBefore: environment.now() + hold})});
      announce({type: 'changed', item});
      void gather();
      return item as OutboxItem<typeof name>;
    },
    items: inOrder,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async retry(id) {
      await requeue(id);
      channel.post({type: 'retry', id} satisfies Message);
    },
    async discard(id) {
      const item = items.get(id);
      if (!item) return undefined;
      await storage.delete(id).catch(() => undefined);
      announce({type: 'discarded', item});
      return item;
    },
    close() {
      closing.abort();
      pauses.abort();
      stopListening();
      stopWaking();
      channel.close();
    },
  };
}

/** Rejects once the signal aborts. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new SocialLearningError('timeout', 'The backend took too long to answer.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, {once: true});
  });
}
