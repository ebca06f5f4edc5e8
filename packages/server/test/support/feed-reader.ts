import type {Change, FeedEvent, Presence} from '@social-learning/protocol';
import type {Visitor, World} from './world.ts';
import {publicUrl} from './world.ts';

/** What has a position in the log. */
export type LogEvent = Exclude<FeedEvent, {type: 'presence'}>;

/** Reads the live feed, and keeps all that it said. */
export interface FeedReader {
  readonly events: LogEvent[];
  /** Who was said to be there, on any topic. */
  readonly presences: Presence[];
  readonly changes: Change[];
  readonly text: () => string;
  /** Waits until what was said satisfies a condition. */
  until(condition: (events: readonly LogEvent[]) => boolean): Promise<void>;
  /** Waits until the server ends the stream. */
  readonly ended: Promise<void>;
  /** The cursor to resume from. */
  cursor(): string;
  stop(): Promise<void>;
}

export async function readFeed(
  world: Pick<World, 'app'>, topics: readonly string[], {cursor, visitor, lastEventId}: {cursor?: string; visitor?: Visitor; lastEventId?: string} = {},
): Promise<FeedReader> {
  const query = new URLSearchParams({topics: topics.join(','), ...(cursor && {cursor})});
  const response = await world.app.fetch(new Request(`${publicUrl}/v1/feed?${query}`, {
    headers: {...(visitor && {authorization: `Bearer ${visitor.accessToken}`}), ...(lastEventId && {'last-event-id': lastEventId})},
  }));
  if (response.status !== 200) throw new Error(`The feed answered ${response.status}: ${await response.text()}`);
  const events: LogEvent[] = [];
  const presences: Presence[] = [];
  let text = '';
  let wake: () => void = () => undefined;
  const reader = response.body!.getReader();
  let over = false;
  const ended = (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    let id = '';
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      const chunk = decoder.decode(value, {stream: true});
      text += chunk;
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
        id = fields.get('id') ?? id;
        const type = fields.get('event');
        if (type === 'ready' || type === 'reset') events.push({type, cursor: id});
        if (type === 'presence') presences.push((JSON.parse(fields.get('data')!) as {presence: Presence}).presence);
        if (type === 'change') events.push({type, cursor: id, change: JSON.parse(fields.get('data')!) as Change});
      }
      wake();
    }
    over = true;
    wake();
  })();
  return {
    events, presences, ended, text: () => text,
    get changes() {
      return events.flatMap(event => (event.type === 'change' ? [event.change] : []));
    },
    async until(condition) {
      while (!condition(events)) {
        if (over) throw new Error(`The feed ended before that was said: ${text}`);
        await new Promise<void>(resolve => (wake = resolve));
      }
    },
    cursor: () => events.at(-1)!.cursor,
    async stop() {
      await reader.cancel();
      await ended;
    },
  };
}
