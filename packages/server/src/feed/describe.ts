import type {Change} from '@social-learning/protocol';
import type {Kysely} from 'kysely';
import type {LogEntry} from '../log/reader.ts';
import type {Tables} from '../store/tables.ts';

/** What a line of the log is shown with: the changed things as they are now. */
export type Described = Omit<Change, 'topic' | 'verb'>;

/**
 * Reads the things that some lines are about, all at once. What it gives says for one of these lines what goes out: the last
 * with the position of the line, others before it.
 */
export type Describe = (db: Kysely<Tables>, entries: readonly LogEntry[]) => Promise<(entry: LogEntry) => readonly [...Described[], Described]>;

/** The key of a thing in a map of several organisations. */
export const thingKey = (organisation: string, id: string | null): string => `${organisation} ${id}`;
