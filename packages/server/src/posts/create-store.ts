import {sql} from 'kysely';
import {insertActivities, type Activity} from '../log/append.ts';
import type {Epoch} from '../log/epoch.ts';
import {plannedOnce} from '../store/planned-once.ts';
import type {Database} from '../store/tables.ts';
import type {ThreadRow} from '../threads/rows.ts';
import type {ParentRow} from './create-reads.ts';

/** A row as it is to be, with what it was when it was read. */
interface Changing<Row> {
  readonly now: Row;
  readonly was: Row;
}

/** What a batch writes, gathered before it is written at once. */
export interface Writing {
  readonly posts: object[];
  readonly activities: Activity[];
  readonly intents: object[];
  readonly threads: ReadonlyMap<string, Changing<ThreadRow>>;
  readonly parents: ReadonlyMap<string, Changing<ParentRow>>;
  /** Threads that were named anew. */
  readonly begun: ThreadRow[];
}

/** Remembers what rows were before they are changed. */
export function asRead<Row extends object>(rows: ReadonlyMap<string, Row>): Map<string, Changing<Row>> {
  return new Map([...rows].map(([key, now]) => [key, {now, was: {...now}}]));
}

const byId = (a: {organisation: string; id: string}, b: {organisation: string; id: string}) =>
  `${a.organisation} ${a.id}` < `${b.organisation} ${b.id}` ? -1 : 1;

/**
 * Writes everything by one statement, so that a batch costs one round trip however many posts are in it, and needs no transaction of
 * several statements. It locks the threads and then the posts that are replied to, in one order everywhere, and writes nothing where one
 * of them is no longer what it was. An intent that was settled in between is a unique violation.
 *
 * @returns Whether it was written.
 */
export async function store(epoch: Epoch, db: Database, {posts, activities, intents, threads, parents}: Writing): Promise<boolean> {
  const changed = [...threads.values()].filter(({now, was}) => now.counter !== was.counter)
    .map(({was, now: {organisation, id, counter, posts: count, version, lastActivityAt, question, kind, title, opener}}) => ({
      organisation, id, counter, posts: count, version, lastActivityAt, question, kind, title, opener, wasCounter: was.counter, wasVersion: was.version,
    })).sort(byId);
  // Who is refused may have named any post, also one of another thread, which is not locked.
  const answered = [...parents.values()].filter(({now, was}) => now.version !== was.version)
    .map(({was, now: {organisation, id, replies, version}}) => ({organisation, id, replies, version, wasVersion: was.version})).sort(byId);
  const {rows: [row]} = await sql<{settled: number}>`${plannedOnce}
    with thread_change as (
      select * from json_to_recordset(${JSON.stringify(changed)}::json) as n(organisation uuid, id uuid, counter integer, posts integer,
        version integer, "lastActivityAt" timestamptz, question uuid, kind text, title text, opener uuid, "wasCounter" integer, "wasVersion" integer)
    ), post_change as (
      select * from json_to_recordset(${JSON.stringify(answered)}::json) as n(organisation uuid, id uuid, replies integer, version integer, "wasVersion" integer)
    ), held_thread as materialized (
      select 1 from thread_change n, lateral (
        select from thread t where t.organisation = n.organisation and t.id = n.id and t.counter = n."wasCounter" and t.version = n."wasVersion"
        limit 1 for update) held
    ), held_post as materialized (
      select 1 from post_change n, lateral (
        select from post p where p.organisation = n.organisation and p.id = n.id and p.version = n."wasVersion" limit 1 for update) held
    ), fit as materialized (
      select 1 where (select count(*) from held_thread) = ${changed.length}::integer and (select count(*) from held_post) = ${answered.length}::integer
    ), made as (
      insert into post (organisation, id, thread, parent, author, position, depth, source, content, created_at, state, published, title, form)
      select organisation, id, thread, parent, author, position, depth, source, content, "createdAt", state, published, title, form
      from fit, json_to_recordset(${JSON.stringify(posts)}::json) as n(organisation uuid, id uuid, thread uuid, parent uuid, author uuid,
        position text, depth integer, source text, content jsonb, "createdAt" timestamptz, state text, published boolean, title text, form text)
    ), placed as (
      update thread t set counter = n.counter, posts = n.posts, version = n.version, last_activity_at = n."lastActivityAt", question = n.question,
        kind = n.kind, title = n.title, opener = n.opener
      from fit, thread_change n
      where t.organisation = n.organisation and t.id = n.id
    ), answered as (
      update post p set replies = n.replies, version = n.version
      from fit, post_change n
      where p.organisation = n.organisation and p.id = n.id
    ), logged as (
      ${insertActivities(epoch, activities, sql`exists (select from fit)`)}
    ), settled as (
      insert into intent (organisation, person, key, endpoint, body, post, answer, at)
      select organisation, person, key, endpoint, body, post, answer, at
      from fit, json_to_recordset(${JSON.stringify(intents)}::json) as n(organisation uuid, person uuid, key uuid, endpoint text, body text,
        post uuid, answer text, at timestamptz)
      returning 1
    )
    select count(*)::integer as settled from settled`.execute(db);
  return row!.settled === intents.length;
}
