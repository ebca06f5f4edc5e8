import {presenceLasts, type Presence} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {hasNumbers, isObject} from './guard.ts';

export type {Presence} from '@social-learning/protocol';

/** Who is at a conversation. While somebody listens to `$presence`, the reader counts as there. */
export interface PresenceStore {
  readonly $presence: ReadableAtom<Presence>;
  /** Says that the reader writes just now, or does no longer. */
  write(writing: boolean): void;
}

const nobody: Presence = {readers: 0, writing: []};

/** @param topic That of the thread, as its state names it. */
export function presenceOf(client: ClientCore, topic: string): PresenceStore {
  const $presence = atom<Presence>(nobody);
  let writing = false;
  let mounted = new AbortController();
  mounted.abort();

  const learn = (presence: unknown) => {
    if (!isObject(presence) || !hasNumbers(presence, 'readers') || !Array.isArray(presence['writing'])) return;
    const me = client.me?.person?.name;
    const others = presence['writing'].filter((name): name is string => typeof name === 'string' && !(writing && name === me));
    $presence.set({readers: Number(presence['readers']), writing: others});
  };

  const say = async (state: 'reading' | 'writing' | 'gone') => {
    try {
      const presence = await client.call('presence.say', {topic, state});
      if (!mounted.signal.aborted) learn(presence);
    } catch {
      // Whether one is seen is worth no word: it is said again soon.
    }
  };

  onMount($presence, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    const watch = client.feed.watch(topic, '', {onChange: () => undefined, onReset: () => undefined, onPresence: learn});
    void (async () => {
      while (!signal.aborted) {
        await say(writing ? 'writing' : 'reading');
        await client.environment.wait((presenceLasts / 2) * 1_000, signal);
      }
    })();
    return () => {
      mounted.abort();
      watch.stop();
      void say('gone');
      $presence.set(nobody);
    };
  });

  return {
    $presence: readonlyType($presence),
    write(now) {
      if (now === writing) return;
      writing = now;
      if (!mounted.signal.aborted) void say(now ? 'writing' : 'reading');
    },
  };
}
