import type {Post} from '@social-learning/protocol';
import {sql} from 'kysely';
import {newId} from '../internal/new-id.ts';
import {plannedOnce} from '../store/planned-once.ts';
import type {Database} from '../store/tables.ts';
import {threadColumns, type ThreadRow} from '../threads/rows.ts';
import type {Creation} from './creation.ts';

/** What is known of an intent and of the id that it claims. `endpoint` is `null` where it was not carried out yet. */
export interface Found {
  readonly endpoint: string | null;
  readonly body: string | null;
  readonly answer: string | null;
  readonly taken: boolean;
}

/** The post that is replied to. */
export interface ParentRow {
  readonly organisation: string;
  readonly id: string;
  readonly thread: string;
  readonly position: string;
  readonly depth: number;
  readonly state: Post['state'];
  readonly replies: number;
  readonly version: number;
  readonly published: boolean;
  readonly form: Post['form'] | null;
}

export const subjectKey = ({space, hash, intent}: Pick<Creation, 'space' | 'hash' | 'intent'>) => `${intent.organisation} ${space.id} ${hash}`;
export const parentKey = (organisation: string, id: string) => `${organisation} ${id}`;

/** In the order of the items. */
export async function findSettled(db: Database, items: readonly Creation[]): Promise<Found[]> {
  const wanted = items.map(({intent: {organisation, person, key}}, place) => ({place, organisation, person, key}));
  const {rows} = await sql<Found>`${plannedOnce}
    select i.endpoint, i.body, i.answer, exists (select from post p where p.organisation = w.organisation and p.id = w.key offset 0) as taken
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(place integer, organisation uuid, person uuid, key uuid)
    left join lateral (
      select * from intent i where i.organisation = w.organisation and i.person = w.person and i.key = w.key limit 1) i on true
    order by w.place`.execute(db);
  return rows;
}

/** When each author last posted, in milliseconds. */
export async function lastPosted(db: Database, items: readonly Creation[]): Promise<Map<string, number>> {
  const wanted = items.map(({intent: {organisation, person}}) => ({organisation, person}));
  const {rows} = await sql<{organisation: string; person: string; at: Date}>`
    select w.organisation, w.person, max(p.created_at) as at
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, person uuid)
    join post p on p.organisation = w.organisation and p.author = w.person
    group by w.organisation, w.person`.execute(db);
  return new Map(rows.map(({organisation, person, at}) => [`${organisation} ${person}`, at.getTime()]));
}

/** The threads of the subjects, as they are now. */
export async function readThreads(db: Database, items: readonly Creation[]): Promise<Map<string, ThreadRow>> {
  const {rows} = await sql<ThreadRow>`${plannedOnce}
    select ${threadColumns} from json_to_recordset(${JSON.stringify(subjectsOf(items))}::json) as w(organisation uuid, space uuid, hash text)
    join lateral (select * from subject s where s.organisation = w.organisation and s.space = w.space and s.hash = w.hash limit 1) s on true
    join lateral (select * from thread t where t.organisation = s.organisation and t.subject = s.id limit 1) t on true`.execute(db);
  return byKey(rows);
}

/** Locks the threads of the subjects, in one order everywhere, so that two batches never wait for each other in a circle. */
export async function lockThreads(db: Database, items: readonly Creation[]): Promise<Map<string, ThreadRow>> {
  if (items.length === 0) return new Map();
  const {rows} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where (s.organisation, s.space, s.hash) in (
      select organisation, space, hash from json_to_recordset(${JSON.stringify(subjectsOf(items))}::json) as w(organisation uuid, space uuid, hash text))
    order by t.organisation, t.id
    for update of t`.execute(db);
  return byKey(rows);
}

/** Each once. */
function subjectsOf(items: readonly Creation[]): object[] {
  return [...new Map(items.map(item => [subjectKey(item), {organisation: item.intent.organisation, space: item.space.id, hash: item.hash}])).values()];
}

const byKey = (rows: readonly ThreadRow[]) => new Map(rows.map(row => [`${row.organisation} ${row.space} ${row.hash}`, row]));

/** Makes subjects with their threads. Where another process is quicker, its thread is the one. */
export async function makeThreads(db: Database, items: readonly Creation[], now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const fresh = items
    .map(({intent: {organisation, key: opener}, space, hash, input: {subject, kind = 'discussion', title}}) => ({
      organisation, space: space.id, hash, key: subject.key, subjectTitle: subject.title ?? null, url: subject.url ?? null, kind,
      title: title ?? subject.title ?? null, opener, subject: newId(now), thread: newId(now), at,
    }))
    .sort((a, b) => (`${a.organisation} ${a.space} ${a.hash}` < `${b.organisation} ${b.space} ${b.hash}` ? -1 : 1));
  await sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(fresh)}::json) as w(organisation uuid, space uuid, hash text, key text,
        "subjectTitle" text, url text, kind text, title text, opener uuid, subject uuid, thread uuid, at timestamptz)
    ), made as (
      insert into subject (organisation, id, space, hash, key, title, url)
      select organisation, subject, space, hash, key, "subjectTitle", url from wanted
      on conflict (organisation, space, hash) do nothing
      returning organisation, id
    )
    insert into thread (organisation, id, space, subject, kind, title, opener, created_at, last_activity_at)
    select w.organisation, w.thread, w.space, w.subject, w.kind, w.title, w.opener, w.at, w.at
    from wanted w join made m on m.organisation = w.organisation and m.id = w.subject`.execute(db);
}

export async function findParents(db: Database, items: readonly Creation[]): Promise<Map<string, ParentRow>> {
  if (items.length === 0) return new Map();
  const wanted = items.map(({intent: {organisation}, input: {parent}}) => ({organisation, parent}));
  const {rows} = await sql<ParentRow>`${plannedOnce}
    select p.organisation, p.id, p.thread, p.position, p.depth, p.state, p.replies, p.version, p.published, p.form
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, parent uuid)
    join lateral (select * from post p where p.organisation = w.organisation and p.id = w.parent limit 1) p on true`.execute(db);
  return new Map(rows.map(row => [parentKey(row.organisation, row.id), row]));
}
