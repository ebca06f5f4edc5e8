import {limits} from '@social-learning/protocol';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {toBytes} from '../internal/encoding.ts';
import {comparePositions, type Position} from '../log/cursor.ts';
import {currentPosition, readPosition, signPosition} from '../log/position.ts';
import type {Services} from '../services.ts';
import {looksAfter} from '../posts/standing.ts';
import {mayRead} from '../spaces/policy.ts';
import {encodeEvent} from './changes.ts';
import type {FeedHub, Subscriber} from './hub.ts';
import {isPersonTopic, isQueueTopic} from './reserved.ts';
import type {OpenStream} from './sink.ts';

/** A request for the live feed. */
export interface FeedRequest {
  readonly topics: string | undefined;
  /** Cursors with commas between; the oldest counts. */
  readonly cursor: string | undefined;
  readonly caller: Caller;
  /** Asks again who the caller is; `undefined` once the token has expired or the person may no longer come in. */
  readonly callerNow: () => Promise<Caller | undefined>;
  readonly open: OpenStream;
  readonly headers: Headers;
}

/** Streams what happens on topics: `ready`, then `change` after `change`; `reset` first where the cursor cannot be resumed. */
export async function subscribe(services: Services, hub: FeedHub, request: FeedRequest): Promise<Response> {
  const {cursors, epoch} = services;
  const {caller, callerNow, open, headers} = request;
  const organisation = caller.organisation.id;
  const owners = ownersOf(services, caller, readTopics(request.topics));

  const now = await currentPosition(services.store.db, epoch);
  const resumed = resume(services, organisation, request.cursor, now);
  const from = resumed === 'reset' ? now : resumed;
  const cursor = signPosition(cursors, epoch, organisation, from);

  const {sink, response} = open(headers);
  let present = caller;
  const subscriber: Subscriber = {
    organisation, topics: new Set(owners.keys()), sink,
    async mayStay() {
      const current = await callerNow();
      if (!current) return false;
      present = current;
      return [...owners].every(([name, id]) => mayHear(current, id, name));
    },
    belongs({space: id, moderators, people, except}) {
      const person = present.standing?.person.id;
      if (person === undefined || person === except) return false;
      if (people.includes(person)) return true;
      const space = present.organisation.spaces.find(candidate => candidate.id === id);
      return moderators && space !== undefined && looksAfter(present, space);
    },
  };
  sink.write(toBytes(encodeEvent('ready', {}, cursor)));
  if (resumed === 'reset') sink.write(toBytes(encodeEvent('reset', {}, cursor)));
  const caughtUp = await hub.join(subscriber, from).catch((error: unknown) => {
    sink.close();
    throw error;
  });
  if (!caughtUp) sink.write(toBytes(encodeEvent('reset', {}, signPosition(cursors, epoch, organisation, now))));
  return response;
}

function readTopics(text: string | undefined): Set<string> {
  const topics = new Set(text?.split(',').filter(Boolean));
  if (topics.size === 0) throw new Refusal('invalid', '“topics” is missing.', {field: '/topics'});
  if (topics.size > limits.topics) {
    throw new Refusal('invalid', `“topics” must be at most ${limits.topics}.`, {field: '/topics', limit: limits.topics});
  }
  return topics;
}

/**
 * Whether a caller may hear what is said on a topic: of the queue of a space, only those who look after it; of a person's own, nobody
 * else.
 */
function mayHear(caller: Caller, owner: string, topic: string): boolean {
  if (isPersonTopic(topic)) return caller.standing?.person.id === owner;
  const space = caller.organisation.spaces.find(({id}) => id === owner);
  return space !== undefined && (isQueueTopic(topic) ? looksAfter(caller, space) : mayRead(caller, space));
}

/**
 * The topics that may be read, with their spaces or people. One that may not, or that does not exist, is passed over: a page or a
 * browser listens to all that it shows by one connection, and must not fall silent because one space was closed to it.
 */
function ownersOf({topics}: Services, caller: Caller, names: ReadonlySet<string>): Map<string, string> {
  const owners = new Map<string, string>();
  for (const name of names) {
    const owner = topics.ownerOf(caller.organisation.id, name);
    if (owner !== undefined && mayHear(caller, owner, name)) owners.set(name, owner);
  }
  if (owners.size === 0) throw notFound();
  return owners;
}

/** The oldest of the cursors; the present without one; `reset` where one is not of this log, as after a restored backup. */
function resume({cursors, epoch}: Services, organisation: string, text: string | undefined, now: Position): Position | 'reset' {
  const given = text?.split(',').filter(Boolean) ?? [];
  if (given.length > limits.topics) throw new Refusal('invalid', '“cursor” holds too many cursors.', {field: '/cursor', limit: limits.topics});
  let oldest: Position | undefined;
  for (const cursor of given) {
    const position = readPosition(cursors, epoch, organisation, cursor);
    // One from the future belongs to a log that was set back.
    if (!position || position.tx > now.tx) return 'reset';
    if (!oldest || comparePositions(position, oldest) < 0) oldest = position;
  }
  return oldest ?? now;
}
