import type {Post, Thread, ThreadKind} from '@social-learning/protocol';
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
  readonly pinned: number;
  /** How many posts were ever made; the next one's place among its siblings. */
  readonly counter: number;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  readonly version: number;
  /** The post whose words its title is. */
  readonly opener: string | null;
  readonly openerState: Post['state'] | null;
  /** Whether everybody ever saw that post. */
  readonly openerPublished: boolean | null;
}

/** The columns of a {@link ThreadRow}, of `thread t join subject s`. */
export const threadColumns = sql`
  t.organisation, t.id, t.space, s.hash, s.key, s.title as "subjectTitle", s.url, t.kind, t.title, t.question, t.state, t.accepted,
  t.posts, (select count(*)::integer from post w where w.organisation = t.organisation and w.thread = t.id and w.pinned and w.state = 'visible') as pinned, t.counter, t.created_at as "createdAt", t.last_activity_at as "lastActivityAt", t.version,
  coalesce(t.opener, t.question) as opener,
  (select o.state from post o where o.organisation = t.organisation and o.id = coalesce(t.opener, t.question)) as "openerState",
  (select o.published from post o where o.organisation = t.organisation and o.id = coalesce(t.opener, t.question)) as "openerPublished"`;

/** Whether nobody but authors and moderators has seen anything of a thread yet. */
export function isUnopened({posts, openerPublished}: ThreadRow): boolean {
  return posts === 0 && openerPublished === false;
}

/**
 * A thread as everybody who may read it sees it: named only while the post is shown whose words the name is.
 *
 * @param view `inside` for the author of that post and for moderators.
 */
export function toThread(row: ThreadRow, view: 'public' | 'inside' = 'public'): Thread {
  const {id, space, key, kind, question, state, accepted, posts, pinned, createdAt, lastActivityAt, version, openerState} = row;
  const named = view === 'inside' || openerState === null || openerState === 'visible';
  return {
    id, space, subject: {key, title: named ? row.subjectTitle : null, url: named ? row.url : null}, kind, title: named ? row.title : null,
    question, state, answered: accepted > 0, posts, ...(pinned > 0 && {pinned}),
    createdAt: createdAt.toISOString(), lastActivityAt: lastActivityAt.toISOString(), version,
  };
}
