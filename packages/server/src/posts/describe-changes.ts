import type {Post, Thread} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {thingKey, type Describe} from '../feed/describe.ts';
import type {LogEntry} from '../log/reader.ts';
import type {Tables} from '../store/tables.ts';
import {threadColumns, toThread, type ThreadRow} from '../threads/rows.ts';
import {postColumns, postTables, toPost, type PostRow} from './rows.ts';

/** Lines about posts and threads: the posts above whose public form changed, then the post with its thread. */
export const describePosts: Describe = async (db, entries) => {
  const [posts, threads] = await Promise.all([readPosts(db, entries), readThreads(db, entries)]);
  return ({organisation, thread, post, touched}) => {
    const shownPost = posts.get(thingKey(organisation, post));
    const shownThread = threads.get(thingKey(organisation, thread));
    return [
      ...touched.flatMap(id => posts.get(thingKey(organisation, id)) ?? []).map(other => ({post: other})),
      {...(shownPost && {post: shownPost}), ...(shownThread && {thread: shownThread})},
    ];
  };
};

async function readPosts(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, Post>> {
  const wanted = entries.flatMap(({organisation, post, touched}) =>
    [...touched, ...(post === null ? [] : [post])].map(id => ({organisation, id})));
  if (wanted.length === 0) return new Map();
  const {rows} = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where (p.organisation, p.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  return new Map(rows.map(row => [thingKey(row.organisation, row.id), toPost(row)]));
}

async function readThreads(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, Thread>> {
  const wanted = entries.map(({organisation, thread}) => ({organisation, id: thread}));
  const {rows} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where (t.organisation, t.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  return new Map(rows.map(row => [thingKey(row.organisation, row.id), toThread(row)]));
}
