import type {Change} from '@social-learning/protocol';
import type {Kysely} from 'kysely';
import type {LogEntry} from '../log/reader.ts';
import type {Tables} from '../store/tables.ts';

/** What a line of the log is shown with: the changed things as they are now. */
export type Described = Omit<Change, 'topic' | 'verb'>;

/** What goes out for a line: the last with the position of the line, others before it. */
export type Parts = readonly [...Described[], Described];

/** Who hears more than everybody. */
export interface Circle {
  readonly space: string;
  /** Whether moderators of the space belong to it. */
  readonly moderators: boolean;
  /** Others who belong to it. */
  readonly people: readonly string[];
  /** Somebody who does not, though a moderator. */
  readonly except: string | null;
}

/** What everybody on the topic of a line is told, if anything, and what a circle is told in its place. */
export interface Told {
  readonly everybody?: Parts;
  readonly inside?: {readonly circle: Circle; readonly parts: Parts};
}

/** Reads the things that some lines are about, all at once. What it gives says for one of these lines what goes out. */
export type Describe = (db: Kysely<Tables>, entries: readonly LogEntry[]) => Promise<(entry: LogEntry) => Told>;

/** The key of a thing in a map of several organisations. */
export const thingKey = (organisation: string, id: string | null): string => `${organisation} ${id}`;
