import {limits, type Input, type Output, type ReactionKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {readNotices} from '../moderation/notices.ts';
import {postColumns, postTables, toPost, type PostRow} from '../posts/rows.ts';
import {looksAfter} from '../posts/standing.ts';
import type {Services} from '../services.ts';
import {readableSpace, readableSpaceById} from '../spaces/policy.ts';
import {isUnopened, threadColumns, toThread, type ThreadRow} from './rows.ts';

/** Milliseconds. */
const longestRemembered = 30 * 86_400_000;

/** What is the caller's own in a thread. */
export async function readMine(services: Services, caller: Caller, input: Input<'mine.read'>): Promise<Output<'mine.read'>> {
  const {db} = services.store;
  const organisation = caller.organisation.id;
  const thread = await findThread(services, caller, input);
  if (!caller.standing || !thread) return {reactions: []};
  const space = readableSpaceById(caller, thread.space);
  const {person: {id: person}} = caller.standing;
  const everybodys = looksAfter(caller, space);
  const notices = await readNotices(db, organisation, person, {thread: thread.id, limit: limits.page});
  // What a moderator removed leaves for its author a place with the reason, for a while.
  const removed = notices.filter(({action, at}) => action === 'remove' && Date.parse(at) > services.now() - longestRemembered).map(({target}) => target.id);
  const [reactions, posts, reported, follows] = await Promise.all([
    sql<{post: string; kind: ReactionKind}>`
      select post, kind from reaction
      where organisation = ${organisation} and thread = ${thread.id} and person = ${person}
      order by at, post, kind limit ${limits.page * 100}`.execute(db),
    sql<PostRow>`
      select ${postColumns} from ${postTables}
      where p.organisation = ${organisation} and p.thread = ${thread.id}
        and (p.state in ('pending', 'hidden') and (p.author = ${person} or ${everybodys}) or p.id = any (${removed}::uuid[]))
      order by p.position collate "C" limit ${limits.page * 10}`.execute(db),
    sql<{target: string}>`
      select r.target from report r join post p on p.organisation = r.organisation and p.id = r.target
      where r.organisation = ${organisation} and r.reporter = ${person} and r.state = 'open' and r.target_type = 'post'
        and p.thread = ${thread.id}
      limit ${limits.page * 10}`.execute(db),
    sql`select 1 from follow where organisation = ${organisation} and thread = ${thread.id} and person = ${person}`.execute(db),
  ]);
  const isOwn = posts.rows.some(({id, author}) => id === thread.opener && author === person);
  return {
    reactions: reactions.rows,
    ...((everybodys || isOwn || (isUnopened(thread) && posts.rows.length > 0)) && {thread: toThread(thread, everybodys || isOwn ? 'inside' : 'public')}),
    ...(posts.rows.length > 0 && {posts: posts.rows.map(row => toPost(row, 'inside'))}),
    ...(notices.length > 0 && {notices}),
    ...(follows.rows.length > 0 && {following: true}),
    ...(reported.rows.length > 0 && {reported: reported.rows.map(({target}) => target)}),
  };
}

async function findThread(
  {store: {db}}: Services, caller: Caller, {thread, subject, space: slug}: Input<'mine.read'>,
): Promise<ThreadRow | undefined> {
  const organisation = caller.organisation.id;
  const columns = sql`select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject`;
  if (thread !== undefined) {
    const {rows: [row]} = await sql<ThreadRow>`${columns} where t.organisation = ${organisation} and t.id = ${thread}`.execute(db);
    readableSpaceById(caller, row?.space);
    return row;
  }
  if (subject === undefined) throw new Refusal('invalid', 'Name a thread, or a subject.', {field: '/thread'});
  const space = readableSpace(caller, slug);
  const {rows: [row]} = await sql<ThreadRow>`
    ${columns} where s.organisation = ${organisation} and s.space = ${space.id} and s.hash = ${subjectHash(subject)}`.execute(db);
  return row;
}
