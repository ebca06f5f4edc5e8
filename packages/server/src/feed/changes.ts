import type {Change} from '@social-learning/protocol';
import type {Kysely} from 'kysely';
import {describeChecklists} from '../checklists/describe-changes.ts';
import {describeItems} from '../content-items/describe-changes.ts';
import {describeGuidelines} from '../guidelines/describe-changes.ts';
import {toBytes} from '../internal/encoding.ts';
import {describeKudos} from '../kudos/describe-changes.ts';
import {describeLeaderboard} from '../leaderboard/describe-changes.ts';
import type {ObjectType} from '../log/append.ts';
import type {Cursors, Position} from '../log/cursor.ts';
import type {Epoch} from '../log/epoch.ts';
import {signPosition} from '../log/position.ts';
import type {LogEntry} from '../log/reader.ts';
import {describeNews} from '../notifications/describe-changes.ts';
import {describeCases} from '../moderation/describe-changes.ts';
import {describePosts} from '../posts/describe-changes.ts';
import type {Tables} from '../store/tables.ts';
import type {Circle, Describe, Parts} from './describe.ts';

/** One line of the log as it goes to those on its topic: encoded once for all, and once more where some hear more. */
export interface Frame {
  readonly topic: string;
  readonly position: Position;
  /** `undefined` where it is nothing to everybody. */
  readonly bytes: Uint8Array | undefined;
  readonly inside?: {readonly circle: Circle; readonly bytes: Uint8Array};
}

/** Who describes a line, by the kind of what it is about. */
const describers: Readonly<Partial<Record<ObjectType, Describe>>> = {
  post: describePosts, thread: describePosts, kudos: describeKudos, case: describeCases, guidelines: describeGuidelines, news: describeNews,
  checklist: describeChecklists, leaderboard: describeLeaderboard, content: describeItems,
};

/** Encodes lines of the log with the things that they are about, as these are now. */
export async function encodeChanges(
  db: Kysely<Tables>, cursors: Cursors, epoch: Epoch, entries: readonly LogEntry[],
): Promise<Frame[]> {
  const shown = entries.filter(({topic, objectType}) => topic !== null && objectType !== null && describers[objectType]);
  const described = new Map(await Promise.all(
    [...Map.groupBy(shown, ({objectType}) => describers[objectType!]!)].map(async ([describe, lines]) => [describe, await describe(db, lines)] as const),
  ));
  return shown.map(entry => {
    const {organisation, topic, verb, position, objectType} = entry;
    const {everybody, inside} = described.get(describers[objectType!]!)!(entry);
    const encode = (parts: Parts): Uint8Array => {
      const changes = parts.map((things): Change => ({topic: topic!, verb, ...things}));
      // Only the last has a position: the others belong to the line, and a reader that resumes must get them again with it.
      return toBytes(changes.slice(0, -1).map(change => encodeEvent('change', change)).join('') +
        encodeEvent('change', changes.at(-1), signPosition(cursors, epoch, organisation, position)));
    };
    return {
      topic: topic!, position, bytes: everybody && encode(everybody),
      ...(inside && {inside: {circle: inside.circle, bytes: encode(inside.parts)}}),
    };
  });
}

/** One event of a stream (WHATWG HTML, section 9.2). JSON has no line breaks of its own, so that one data line holds it. */
export function encodeEvent(type: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
