import type {ActName, Change, Id, Input, Output} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError} from './errors.ts';
import {checkKudosList} from './kudos-guard.ts';
import type {Watch} from './live-feed.ts';
import type {Outbox, OutboxEvent} from './outbox.ts';
import type {OutboxItem} from './outbox-item.ts';

/** One who shows kudos. */
export interface KudosMember {
  /** Something changed, by the feed or because one's own act was acknowledged. */
  onChange(change: Pick<Change, 'kudos' | 'tallies'>): void;
  /** Changes may have been missed: what was read must be read again. */
  onReset(): void;
  /** The acts on their way are others now, or the person is. */
  onPending(): void;
}

/**
 * Where everything that shows kudos in a client reads, listens and sends: however many buttons stand on a page, a space is
 * followed once.
 */
export interface KudosSource {
  /** The acts of the person on their way, in order. */
  readonly pending: readonly OutboxItem[];
  /** Tells a member of everything until the signal aborts. */
  join(member: KudosMember, signal: AbortSignal): void;
  /** Reads so that no change is missed which comes after what was read. */
  read(input: Input<'kudos.list'>, signal: AbortSignal): Promise<Output<'kudos.list'>>;
  act<Name extends 'kudos.give' | 'kudos.withdraw'>(name: Name, input: Input<Name>): Promise<Id>;
  retry(id: Id): Promise<void>;
  discard(id: Id): Promise<OutboxItem | undefined>;
}

const lane = 'kudos';

/** Milliseconds between two looks for news where the backend has no live feed. */
const pollInterval = 15_000;

export function kudosSource(client: ClientCore): KudosSource {
  return client.share('kudos', () => createKudosSource(client));
}

function createKudosSource(client: ClientCore): KudosSource {
  const members = new Set<KudosMember>();
  const watches = new Map<string, Watch>();
  /** The first read of each space, which says what topic to follow; others wait for it, so that they need not read twice. */
  const first = new Map<string, Promise<unknown>>();
  let outbox: Outbox | undefined;
  let running: AbortController | undefined;

  const tell = (say: (member: KudosMember) => void) => {
    for (const member of [...members]) say(member);
  };

  const onOutbox = ({type, item, ...event}: OutboxEvent) => {
    if (item.lane !== lane) return;
    if (type === 'acknowledged') tell(member => member.onChange((event as {output: Output<ActName>}).output as Output<'kudos.give'>));
    tell(member => member.onPending());
  };

  /** Follows the outbox of whoever is signed in. */
  const followOutbox = (signal: AbortSignal) => {
    let stop: (() => void) | undefined;
    const stopMe = client.$me.subscribe(({me}) => {
      stop?.();
      outbox = undefined;
      tell(member => member.onPending());
      if (!me?.person) return;
      void client.outbox().then(opened => {
        if (signal.aborted || opened?.owner !== client.owner) return;
        outbox = opened;
        stop?.();
        stop = opened.listen(onOutbox);
        tell(member => member.onPending());
      }).catch(() => undefined);
    });
    signal.addEventListener('abort', () => {
      stopMe();
      stop?.();
      outbox = undefined;
    });
  };

  const poll = async (signal: AbortSignal) => {
    while (!client.backend.subscribe && !signal.aborted) {
      await client.environment.wait(pollInterval, signal);
      if (!signal.aborted) tell(member => member.onReset());
    }
  };

  const start = () => {
    running = new AbortController();
    followOutbox(running.signal);
    void poll(running.signal);
  };

  const end = () => {
    running?.abort();
    running = undefined;
    for (const watch of watches.values()) watch.stop();
    watches.clear();
    first.clear();
  };

  const readOnce = async (input: Input<'kudos.list'>, signal: AbortSignal): Promise<Output<'kudos.list'>> => {
    const followed = new Set(watches.keys());
    const answer = await client.call('kudos.list', input, {signal});
    checkKudosList(answer);
    const {topic, cursor} = answer;
    if (followed.has(topic) || signal.aborted) return answer;
    // Followed from the cursor of another answer, which may be later than this one.
    if (watches.has(topic)) return readOnce(input, signal);
    watches.set(topic, client.feed.watch(topic, cursor, {
      onChange: change => tell(member => member.onChange(change)),
      onReset: () => tell(member => member.onReset()),
    }));
    return answer;
  };

  const opened = async () => {
    const box = await client.outbox();
    if (!box) throw new SocialLearningError('unauthenticated', 'Nobody is signed in.');
    return box;
  };

  return {
    get pending() {
      return outbox?.items(lane) ?? [];
    },
    join(member, signal) {
      members.add(member);
      if (!running) start();
      signal.addEventListener('abort', () => {
        members.delete(member);
        if (members.size === 0) end();
      });
    },
    async read(input, signal) {
      const space = input.space ?? '';
      const before = first.get(space);
      await before?.catch(() => undefined);
      const reading = readOnce(input, signal);
      if (!first.has(space)) {
        first.set(space, reading);
        // One that failed opened no way for others.
        reading.catch(() => first.delete(space));
      }
      return reading;
    },
    async act(name, input) {
      return (await (await opened()).add(name, input, lane)).id;
    },
    async retry(id) {
      await (await opened()).retry(id);
    },
    async discard(id) {
      return (await opened()).discard(id);
    },
  };
}
