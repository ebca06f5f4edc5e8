import type {Change, Post, Thread} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {toBytes} from '../internal/encoding.ts';
import type {Cursors, Position} from '../log/cursor.ts';
import type {Epoch} from '../log/epoch.ts';
import {signPosition} from '../log/position.ts';
import type {LogEntry} from '../log/reader.ts';
import {postColumns, postTables, toPost, type PostRow} from '../posts/rows.ts';
import type {Tables} from '../store/tables.ts';
import {threadColumns, toThread, type ThreadRow} from '../threads/rows.ts';

/** One line of the log as it goes to everybody on its topic: encoded once. */
export interface Frame {
  readonly topic: string;
  readonly position: Position;
  readonly bytes: Uint8Array;
}

/** Encodes lines of the log with the things that they are about, as these are now. */
export async function encodeChanges(
  db: Kysely<Tables>, cursors: Cursors, epoch: Epoch, entries: readonly LogEntry[],
): Promise<Frame[]> {
  const shown = entries.filter(({topic, thread}) => topic !== null && thread !== null);
  if (shown.length === 0) return [];
  const [posts, threads] = await Promise.all([readPosts(db, shown), readThreads(db, shown)]);
  return shown.map(({organisation, topic, thread, post, touched, verb, position}) => {
    const shared = {topic: topic!, verb};
    // Without a position of their own: they belong to the line, and a reader that resumes must get them again with it.
    const before = touched.flatMap(id => posts.get(`${organisation} ${id}`) ?? []).map(other => encodeEvent('change', {...shared, post: other} satisfies Change));
    const main: Change = {
      ...shared,
      ...(post !== null && posts.has(`${organisation} ${post}`) && {post: posts.get(`${organisation} ${post}`)!}),
      ...(threads.has(`${organisation} ${thread}`) && {thread: threads.get(`${organisation} ${thread}`)!}),
    };
    const text = before.join('') + encodeEvent('change', main, signPosition(cursors, epoch, organisation, position));
    return {topic: topic!, position, bytes: toBytes(text)};
  });
}

/** One event of a stream (WHATWG HTML, section 9.2). JSON has no line breaks of its own, so that one data line holds it. */
export function encodeEvent(type: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

async function readPosts(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, Post>> {
  const wanted = entries.flatMap(({organisation, post, touched}) =>
    [...touched, ...(post === null ? [] : [post])].map(id => ({organisation, id})));
  if (wanted.length === 0) return new Map();
  const {rows} = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where (p.organisation, p.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  return new Map(rows.map(row => [`${row.organisation} ${row.id}`, toPost(row)]));
}

async function readThreads(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<Map<string, Thread>> {
  const wanted = entries.map(({organisation, thread}) => ({organisation, id: thread}));
  const {rows} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where (t.organisation, t.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  return new Map(rows.map(row => [`${row.organisation} ${row.id}`, toThread(row)]));
}
