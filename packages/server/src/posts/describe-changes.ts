import {sql, type Kysely} from 'kysely';
import {thingKey, type Describe} from '../feed/describe.ts';
import type {LogEntry} from '../log/reader.ts';
import {plannedOnce} from '../store/planned-once.ts';
import type {Tables} from '../store/tables.ts';
import {isUnopened, threadColumns, toThread, type ThreadRow} from '../threads/rows.ts';
import {postColumns, toPost, type PostRow} from './rows.ts';

/**
 * Lines about posts and threads: the posts above whose public form changed, then the post with its thread. What waits or was
 * hidden its author and the moderators hear whole; others hear of its place, or nothing where they never saw it.
 */
export const describePosts: Describe = async (db, entries) => {
  const [posts, threads] = await Promise.all([readPosts(db, entries), readThreads(db, entries)]);
  return ({organisation, thread, post, touched}) => {
    const row = posts.get(thingKey(organisation, post));
    const threadRow = threads.get(thingKey(organisation, thread));
    const above = touched.flatMap(id => posts.get(thingKey(organisation, id)) ?? []).filter(({published}) => published)
      .map(other => ({post: toPost(other)}));
    const shownThread = threadRow && !isUnopened(threadRow) && {thread: toThread(threadRow)};
    return {
      ...((row?.published ?? true) && {everybody: [...above, {...(row && {post: toPost(row)}), ...shownThread}] as const}),
      ...(row && threadRow && (row.state === 'pending' || row.state === 'hidden') && {inside: {
        circle: {space: threadRow.space, moderators: true, people: row.author === null ? [] : [row.author], except: null},
        parts: [...above, {post: toPost(row, 'inside'), ...shownThread}] as const,
      }}),
    };
  };
};

async function readPosts(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, PostRow>> {
  const wanted = entries.flatMap(({organisation, post, touched}) =>
    [...touched, ...(post === null ? [] : [post])].map(id => ({organisation, id})));
  if (wanted.length === 0) return new Map();
  const {rows} = await sql<PostRow>`${plannedOnce}
    select ${postColumns} from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid)
    join lateral (select * from post p where p.organisation = w.organisation and p.id = w.id limit 1) p on true
    left join lateral (select a.name, a.picture from person a where a.organisation = p.organisation and a.id = p.author limit 1) a on true`.execute(db);
  return new Map(rows.map(row => [thingKey(row.organisation, row.id), row]));
}

async function readThreads(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, ThreadRow>> {
  const wanted = [...new Map(entries.map(({organisation, thread}) => [thingKey(organisation, thread), {organisation, id: thread}])).values()];
  const {rows} = await sql<ThreadRow>`${plannedOnce}
    select ${threadColumns} from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid)
    join lateral (select * from thread t where t.organisation = w.organisation and t.id = w.id limit 1) t on true
    join lateral (select * from subject s where s.organisation = t.organisation and s.id = t.subject limit 1) s on true`.execute(db);
  return new Map(rows.map(row => [thingKey(row.organisation, row.id), row]));
}
