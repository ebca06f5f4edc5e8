import type {Change, FeedEvent, Presence} from '@social-learning/protocol';
import {atom, readonlyType, type ReadableAtom} from 'nanostores';
import type {Backend} from './backend.ts';
import type {Environment} from './environment.ts';

/** How the page hears of news: `none` where the backend has no feed. */
export type Connection = 'none' | 'connecting' | 'live' | 'reconnecting';

/** Who watches a topic. */
export interface Watcher {
  /** Something changed. */
  onChange(change: Change): void;
  /** What was read must be read again: changes may have been missed. Answer with `resume`. */
  onReset(): void;
  /** Others are there than before. */
  onPresence?(presence: Presence): void;
}

export interface Watch {
  /** Goes on from the cursor of a newer answer. */
  resume(cursor: string): void;
  stop(): void;
}

/** One live connection for everything that a page shows. */
export interface LiveFeed {
  readonly $connection: ReadableAtom<Connection>;
  /** Watches a topic from the cursor of the answer that is shown. */
  watch(topic: string, cursor: string, watcher: Watcher): Watch;
  close(): void;
}

const longestPause = 5_000;

/** Milliseconds that topics are gathered for before they are asked for in one connection. */
const gathering = 30;

export function createLiveFeed(subscribe: Backend['subscribe'], environment: Environment): LiveFeed {
  const watchers = new Map<string, Set<Watcher>>();
  const cursors = new Map<string, string>();
  /** Cursors of answers that are older than what was told of their topics since: from there on it is told again. */
  const behind = new Set<string>();
  const $connection = atom<Connection>(subscribe ? 'connecting' : 'none');
  let stream = new AbortController();
  let pause = new AbortController();
  let running = false;
  let closed = false;

  const onEvent = (event: FeedEvent, attempt: {failures: number}) => {
    if (event.type === 'ready') {
      attempt.failures = 0;
      behind.clear();
      $connection.set('live');
    }
    if (event.type === 'presence') {
      for (const watcher of watchers.get(event.topic) ?? []) watcher.onPresence?.(event.presence);
      return;
    }
    if (event.type !== 'ready' && event.cursor) for (const topic of cursors.keys()) cursors.set(topic, event.cursor);
    if (event.type === 'reset') for (const set of watchers.values()) for (const watcher of set) watcher.onReset();
    // From any backend: a change may be none.
    if (event.type === 'change') for (const watcher of watchers.get(event.change?.topic) ?? []) watcher.onChange(event.change);
  };

  const run = async () => {
    if (!subscribe || running) return;
    running = true;
    const attempt = {failures: 0};
    while (!closed && watchers.size > 0) {
      stream = new AbortController();
      const {signal} = stream;
      await environment.wait(gathering);
      if (signal.aborted) continue;
      const topics = [...watchers.keys()];
      const from = [...new Set([...topics.map(topic => cursors.get(topic) ?? ''), ...behind])].filter(Boolean);
      await subscribe(topics, from, event => {
        if (!signal.aborted) onEvent(event, attempt);
      }, signal).catch(() => undefined);
      if (signal.aborted) continue;
      $connection.set('reconnecting');
      pause = new AbortController();
      await environment.wait(environment.random() * Math.min(longestPause, 250 * 2 ** attempt.failures++), pause.signal);
    }
    running = false;
  };

  const restart = () => {
    stream.abort();
    pause.abort();
    void run();
  };

  const stopWaking = environment.onWake(() => pause.abort());

  return {
    $connection: readonlyType($connection),
    watch(topic, cursor, watcher) {
      const set = watchers.get(topic) ?? new Set<Watcher>();
      const isNew = set.size === 0;
      watchers.set(topic, set.add(watcher));
      const before = cursors.get(topic);
      if (isNew || (cursor && cursor !== before)) {
        // Who only waits for others has no answer that anything could come after.
        if (before) behind.add(cursor);
        else cursors.set(topic, cursor);
        restart();
      }
      return {
        resume(newer) {
          cursors.set(topic, newer);
        },
        stop() {
          set.delete(watcher);
          if (set.size > 0) return;
          watchers.delete(topic);
          cursors.delete(topic);
          if (watchers.size === 0) stream.abort();
        },
      };
    },
    close() {
      closed = true;
      stopWaking();
      stream.abort();
      pause.abort();
    },
  };
}
