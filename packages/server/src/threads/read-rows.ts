import {sql, type Kysely} from 'kysely';
import {postColumns, postTables, type PostRow} from '../posts/rows.ts';
import type {Tables} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';
import {threadColumns, type ThreadRow} from './rows.ts';

export async function readThreadRow(db: Kysely<Tables>, organisation: string, id: string): Promise<ThreadRow | undefined> {
  const {rows: [row]} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where t.organisation = ${organisation} and t.id = ${id}`.execute(db);
  return row;
}

export async function readPostRow(db: Kysely<Tables>, organisation: string, id: string): Promise<PostRow | undefined> {
  const {rows: [row]} = await sql<PostRow>`
    select ${postColumns} from ${postTables} where p.organisation = ${organisation} and p.id = ${id}`.execute(db);
  return row;
}

/** Reads a post and its thread, and keeps everybody else from changing either: whoever changes a post locks its thread first. */
export async function lockPost(trx: Trx, organisation: string, id: string): Promise<{thread: ThreadRow; post: PostRow} | undefined> {
  const {rows: [thread]} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where t.organisation = ${organisation}
      and t.id = (select p.thread from post p where p.organisation = ${organisation} and p.id = ${id})
    for update of t`.execute(trx);
  const post = thread && (await readPostRow(trx, organisation, id));
  return thread && post && {thread, post};
}

export async function lockThread(trx: Trx, organisation: string, id: string): Promise<ThreadRow | undefined> {
  const {rows: [thread]} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where t.organisation = ${organisation} and t.id = ${id}
    for update of t`.execute(trx);
  return thread;
}
