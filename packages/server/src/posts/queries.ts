import {limits, type Input, type Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {readableSpaceById} from '../spaces/policy.ts';
import {inTransaction} from '../store/transaction.ts';
import type {SharedPage} from '../threads/queries.ts';
import {readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {demand} from '../spaces/policy.ts';
import {grip} from './commands.ts';
import {readPosts, wishKey, type PostWish} from './ordered-page.ts';
import {seesInside} from './standing.ts';

/** A page of a thread. */
export async function listPosts(services: Services, caller: Caller, {thread, ...wish}: PostWish & {thread: string}): Promise<SharedPage> {
  const {store: {db}, topics, pages, cursors} = services;
  const organisation = caller.organisation.id;
  const {rows: [row]} = await sql<{id: string; space: string; hash: string; question: string | null}>`
    select t.id, t.space, s.hash, t.question from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where t.organisation = ${organisation} and t.id = ${thread}`.execute(db);
  const space = readableSpaceById(caller, row?.space);
  if (!row) throw notFound();
  const topic = topics.of(organisation, space.id, row.hash);
  const query = JSON.stringify(['posts', wishKey(wish)]);
  return {space, page: await pages.get(topic, organisation, query, () => readPosts(db, cursors, organisation, row, wish))};
}

/** The Markdown source of a post, for those who may edit it. */
export async function readSource(services: Services, caller: Caller, {post: id}: Input<'sources.read'>): Promise<Output<'sources.read'>> {
  if (!caller.standing) throw new Refusal('unauthenticated', 'Sign in to do this.');
  return inTransaction(services.store, async trx => {
    const held = await grip(services, trx, caller, id, ['visible', 'pending']);
    demand('post.edit', caller, held.space, held.facts);
    const {rows: [row]} = await sql<{revision: number; source: string}>`
      select revision, source from post where organisation = ${caller.organisation.id} and id = ${id}`.execute(trx);
    return {post: id, revision: row!.revision, source: row!.source};
  });
}

/** What a post says and said before. */
export async function listRevisions({store: {db}}: Services, caller: Caller, {post: id}: Input<'revisions.list'>): Promise<Output<'revisions.list'>> {
  const organisation = caller.organisation.id;
  const row = await readPostRow(db, organisation, id);
  const space = readableSpaceById(caller, row && (await readThreadRow(db, organisation, row.thread))?.space);
  const post = row!;
  const inside = seesInside(caller, space, post);
  if (!post.published && !inside) throw notFound();
  if (post.state === 'removed' || (post.state !== 'visible' && !inside)) throw new Refusal('gone', 'This post is no longer shown.');
  const {rows} = await sql<{revision: number; source: string; reason: string | null; at: Date}>`
    select revision, source, edit_reason as reason, coalesce(edited_at, created_at) as at from post where organisation = ${organisation} and id = ${id}
    union all
    select revision, source, reason, at from post_revision where organisation = ${organisation} and post = ${id}
    order by revision desc limit ${limits.revisions}`.execute(db);
  return {post: id, revisions: rows.map(({at, ...revision}) => ({...revision, at: at.toISOString()}))};
}
