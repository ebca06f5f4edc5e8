import type {Thread, ThreadKind} from '@social-learning/protocol';
import {sql} from 'kysely';

/** A thread with its subject, as it lies in the database. */
export interface ThreadRow {
  readonly organisation: string;
  readonly id: string;
  readonly space: string;
  readonly hash: string;
  readonly key: string;
  readonly subjectTitle: string | null;
  readonly url: string | null;
  readonly kind: ThreadKind;
  readonly title: string | null;
  readonly question: string | null;
  readonly state: 'open' | 'locked';
  /** How many answers are accepted. */
  readonly accepted: number;
  readonly posts: number;
  /** How many posts were ever made; the next one's place among its siblings. */
  readonly counter: number;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  readonly version: number;
}

/** The columns of a {@link ThreadRow}, of `thread t join subject s`. */
export const threadColumns = sql`
  t.organisation, t.id, t.space, s.hash, s.key, s.title as "subjectTitle", s.url, t.kind, t.title, t.question, t.state, t.accepted,
  t.posts, t.counter, t.created_at as "createdAt", t.last_activity_at as "lastActivityAt", t.version`;

/** A thread as everybody who may read it sees it. */
export function toThread(row: ThreadRow): Thread {
  const {id, space, key, subjectTitle, url, kind, title, question, state, accepted, posts, createdAt, lastActivityAt, version} = row;
  return {
    id, space, subject: {key, title: subjectTitle, url}, kind, title, question, state, answered: accepted > 0, posts,
    createdAt: createdAt.toISOString(), lastActivityAt: lastActivityAt.toISOString(), version,
  };
}
