import type {FeedEvent} from '@social-learning/protocol';
import type {Backend} from './backend.ts';
import type {Environment} from './environment.ts';

type Subscribe = NonNullable<Backend['subscribe']>;

/** What a tab wants to hear of, and from where on. */
interface Want {
  readonly id: string;
  readonly topics: readonly string[];
  readonly cursors: readonly string[];
}

type Message =
  | {readonly type: 'want'; readonly want: Want}
  | {readonly type: 'leave'; readonly id: string}
  /** The leader asks what everybody wants. */
  | {readonly type: 'call'}
  /** `served` names the wants that the stream was opened for; it says nothing to others. */
  | {readonly type: 'event'; readonly event: FeedEvent; readonly served: readonly string[]}
  | {readonly type: 'ended'};

interface Listener {
  want: Want;
  readonly onEvent: (event: FeedEvent) => void;
  readonly end: () => void;
}

/** Milliseconds that the leader waits for the tabs to say what they want. */
const gathering = 50;

/**
 * One live connection for all tabs of a browser that show the same organisation to the same person: over HTTP/1.1 a browser
 * opens six connections to a server and no more. The tab that holds the lock connects, and tells the others.
 *
 * @param name Organisation and person: tabs of other people connect for themselves.
 * @param closing Ends this tab's part in it.
 */
export function shareFeed(subscribe: Subscribe, environment: Environment, name: string, closing: AbortSignal): Subscribe {
  const channel = environment.channel(`social-learning:feed:${name}`);
  const listeners = new Map<string, Listener>();
  const wants = new Map<string, Want>();
  let stream: AbortController | undefined;
  let served: readonly string[] = [];
  /** Where the stream is; who is there already needs no replay. */
  let position = '';
  let topics: ReadonlySet<string> = new Set();
  let wake: () => void = () => undefined;

  const say = (message: Message) => {
    if (!closing.aborted) channel.post(message);
  };

  const hear = (message: Message) => {
    if (message.type === 'event') {
      const {event} = message;
      for (const id of message.served) {
        const listener = listeners.get(id);
        if (!listener) continue;
        if (event.type === 'change' || event.type === 'reset') listener.want = {...listener.want, cursors: [event.cursor]};
        listener.onEvent(event);
      }
    } else if (message.type === 'ended') {
      for (const {end} of [...listeners.values()]) end();
    } else if (message.type === 'call') {
      for (const {want} of listeners.values()) say({type: 'want', want});
    } else if (message.type === 'leave') {
      wants.delete(message.id);
      if (wants.size === 0) stream?.abort();
    } else {
      onWant(message.want);
    }
  };

  const tell = (message: Message) => {
    say(message);
    hear(message);
  };

  /** Only the leader has a stream, and only it acts on what somebody wants. */
  const onWant = (want: Want) => {
    wants.set(want.id, want);
    if (stream && want.cursors.every(cursor => cursor === position) && want.topics.every(topic => topics.has(topic))) {
      served = [...served, want.id];
      tell({type: 'event', event: {type: 'ready', cursor: position}, served: [want.id]});
    } else if (stream) stream.abort();
    else wake();
  };

  /** Opens the stream for everybody, until it ends or somebody wants what it does not have. */
  const serve = async () => {
    const current = (stream = new AbortController());
    served = [...wants.keys()];
    topics = new Set([...wants.values()].flatMap(want => want.topics));
    const cursors = [...new Set([...wants.values()].flatMap(want => want.cursors))];
    position = cursors.length === 1 ? cursors[0]! : '';
    await subscribe([...topics], cursors, event => {
      if (current.signal.aborted) return;
      if (event.type === 'change' || event.type === 'reset') position = event.cursor;
      tell({type: 'event', event, served});
    }, AbortSignal.any([closing, current.signal])).catch(() => undefined);
    stream = undefined;
    // Each tab waits a while of its own, and asks again.
    if (!closing.aborted && !current.signal.aborted) tell({type: 'ended'});
  };

  const lead = async () => {
    while (!closing.aborted) {
      // Tabs that are gone do not answer, and nothing is read for them any longer.
      wants.clear();
      for (const {want} of listeners.values()) wants.set(want.id, want);
      say({type: 'call'});
      await environment.wait(gathering, closing);
      if (wants.size > 0) await serve();
      else {
        await new Promise<void>(resolve => {
          wake = resolve;
          closing.addEventListener('abort', () => resolve(), {once: true});
        });
      }
    }
  };

  channel.listen(message => hear(message as Message));
  closing.addEventListener('abort', () => channel.close(), {once: true});
  void environment.lock(`social-learning:feed:${name}`, closing, lead).catch(() => undefined);

  return (wanted, cursors, onEvent, signal) =>
    new Promise<void>(resolve => {
      const id = `${environment.now()}-${environment.random()}`;
      const end = () => {
        listeners.delete(id);
        tell({type: 'leave', id});
        resolve();
      };
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', end, {once: true});
      const want = {id, topics: wanted, cursors};
      listeners.set(id, {want, onEvent, end});
      tell({type: 'want', want});
    });
}
