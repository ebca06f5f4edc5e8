import type {Change} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import type {Watch} from './live-feed.ts';

/** Milliseconds between two looks for news where the backend has no live feed. */
const pollInterval = 60_000;

/** Milliseconds in which several pieces of news are one. */
const gathering = 50;

/** Hears of what concerns one person alone: their own topic says that there is news, and it is read again. */
export interface News {
  /** Listens until the signal aborts. */
  start(signal: AbortSignal): void;
  /** Goes on from what was read; without a topic, as after somebody signed out, nothing is followed. */
  from(answer: {readonly topic?: string; readonly cursor?: string}): void;
}

/** @param about What of the person's it is about. @param read Reads it again. */
export function followNews(client: ClientCore, about: NonNullable<Change['about']>, read: () => Promise<void>): News {
  let watch: Watch | undefined;
  let followed = '';
  let running: AbortSignal | undefined;
  let reading = false;

  const readSoon = async () => {
    if (reading || !running) return;
    reading = true;
    const signal = running;
    await client.environment.wait(gathering, signal);
    reading = false;
    if (!signal.aborted) await read();
  };

  const stop = () => {
    watch?.stop();
    watch = undefined;
    followed = '';
  };

  return {
    start(signal) {
      running = signal;
      signal.addEventListener('abort', stop, {once: true});
      if (client.backend.subscribe) return;
      void (async () => {
        while (!signal.aborted) {
          await client.environment.wait(pollInterval, signal);
          if (!signal.aborted) await read();
        }
      })();
    },
    from({topic, cursor}) {
      if (running?.aborted !== false) return;
      if (!topic || !cursor) return stop();
      if (watch && followed === topic) return watch.resume(cursor);
      stop();
      followed = topic;
      watch = client.feed.watch(topic, cursor, {
        onChange: change => {
          if (change.about === about) void readSoon();
        },
        onReset: () => void readSoon(),
      });
    },
  };
}
