import type {Space} from '@social-learning/protocol';
import {isAllowed} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Caller} from '../identity/caller.ts';
import {rolesIn, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import type {ThreadRow} from '../threads/rows.ts';
import {ancestorPositions} from './position.ts';
import type {PostRow} from './rows.ts';

/** Whether a caller looks after a space as a moderator does. */
export function looksAfter(caller: Caller, space: Space): boolean {
  return isAllowed('case.read', rolesIn(caller, space), spaceFacts(caller, space));
}

/** Whether a caller sees a post also while it waits or is hidden. */
export function seesInside(caller: Caller, space: Space, {author}: Pick<PostRow, 'author'>): boolean {
  return (author !== null && author === caller.standing?.person.id) || looksAfter(caller, space);
}

interface Standing {
  readonly thread: Pick<ThreadRow, 'id'>;
  readonly post: PostRow;
}

/**
 * Takes a visible post out of the counts. With replies it keeps its place; without, it leaves, and so does every post above
 * that is not shown itself and held its place only for it.
 *
 * @returns The posts above that changed by it.
 */
export async function takeDown(trx: Trx, {thread, post}: Standing): Promise<string[]> {
  await count(trx, {thread, post}, -1);
  // Kept answers show what the post said.
  await sql`update intent set answer = null where organisation = ${post.organisation} and post = ${post.id}`.execute(trx);
  return post.replies === 0 ? shift(trx, post, -1) : [];
}

/** The way back of {@link takeDown}. */
export async function putUp(trx: Trx, {thread, post}: Standing): Promise<string[]> {
  await count(trx, {thread, post}, 1);
  return post.replies === 0 ? shift(trx, post, 1) : [];
}

async function count(trx: Trx, {thread, post: {organisation, accepted}}: Standing, by: 1 | -1): Promise<void> {
  await sql`
    update thread set posts = posts + ${by}::integer, accepted = accepted + ${accepted ? by : 0}::integer, version = version + 1
    where organisation = ${organisation} and id = ${thread.id}`.execute(trx);
}

/** Gives one reply to the post above or takes one, and goes on upwards while that makes a post hold its place or leave it. */
async function shift(trx: Trx, {organisation, thread, position}: PostRow, by: 1 | -1): Promise<string[]> {
  const {rows: above} = await sql<{id: string; state: string; replies: number}>`
    select id, state, replies from post
    where organisation = ${organisation} and thread = ${thread} and position = any (${ancestorPositions(position)}::text[])
    order by depth desc`.execute(trx);
  const touched: string[] = [];
  for (const {id, state, replies} of above) {
    touched.push(id);
    const stays = by === 1 ? replies > 0 : replies > 1;
    if (state === 'visible' || stays) break;
  }
  await sql`
    update post set replies = replies + ${by}::integer, version = version + 1
    where organisation = ${organisation} and id = any (${touched}::uuid[])`.execute(trx);
  return touched;
}
