import type {Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Activity} from '../log/append.ts';
import type {Matter} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import type {Trx} from '../store/transaction.ts';
import {readItemRow, toItem, type ItemRow, type ItemState} from './rows.ts';
import {contentTopic} from './topic.ts';

/** A line for the log on an item. */
export function lineOnItem(
  services: Pick<Services, 'topics' | 'now'>, {organisation, id, space}: ItemRow, verb: Verb, actor: string | null,
): Activity {
  return {
    organisation, verb, actor, space, topic: contentTopic(services, organisation, space), object: {type: 'content', id}, at: new Date(services.now()).toISOString(),
  };
}

/** An item as the moderators' queue names it. */
export function matterOfItem({organisation, space, id, author}: ItemRow): Matter {
  return {organisation, space, target: {type: 'content', id}, about: author};
}

/** Brings an item into a state. The first time that it is published its place in the lists is decided. */
export async function becomeItem(trx: Trx, {organisation, id}: ItemRow, state: ItemState, now: number): Promise<ItemRow> {
  await sql`
    update content_item set state = ${state}, version = version + 1, published = published or ${state === 'published'},
      published_at = case when ${state === 'published'} then coalesce(published_at, ${new Date(now)}::timestamptz) else published_at end
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  const row = (await readItemRow(trx, organisation, id))!;
  return row;
}

/** Takes away what an item says, for good, and lets its files go. */
export async function eraseItem(trx: Trx, {organisation, id, author}: ItemRow, now: number): Promise<ItemRow> {
  await sql`
    update content_item set state = 'removed', title = null, description = null, alt = null, skills = '[]', link = null, subject = null, subject_hash = null,
      version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  await sql`update file set item = null, role = null, expires_at = ${new Date(now)} where organisation = ${organisation} and item = ${id}`.execute(trx);
  const row = (await readItemRow(trx, organisation, id))!;
  // Kept answers show what it said.
  await sql`
    update intent set answer = ${JSON.stringify({item: toItem(row)})}
    where organisation = ${organisation} and person = ${author} and endpoint like 'content.%' and answer is not null
      and answer::json #>> '{item,id}' = ${id}`.execute(trx);
  return row;
}
