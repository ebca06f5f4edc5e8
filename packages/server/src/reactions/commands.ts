import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {grip, lineOn, postNow} from '../posts/commands.ts';
import type {Services} from '../services.ts';
import {demand} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';

/** Sets one's own reaction of a kind on or off. The counts are counted anew from the rows, so that they are always right. */
export async function react(
  services: Services, caller: Caller, {post: id, kind, on}: Input<'posts.react'>, trx: Trx,
): Promise<Deed<'posts.react'>> {
  const held = await grip(services, trx, caller, id);
  demand('post.react', caller, held.space, held.facts);
  if (!held.space.reactions.includes(kind)) {
    throw new Refusal('invalid', `This space does not offer the reaction “${kind}”.`, {field: '/kind'});
  }
  const {organisation} = held.post;
  const {person: {id: person}} = signedIn(caller);
  const {rows} = on
    ? await sql`
        insert into reaction (organisation, post, person, kind, thread, at)
        values (${organisation}, ${id}, ${person}, ${kind}, ${held.thread.id}, ${new Date(services.now())})
        on conflict do nothing returning 1`.execute(trx)
    : await sql`
        delete from reaction where organisation = ${organisation} and post = ${id} and person = ${person} and kind = ${kind}
        returning 1`.execute(trx);
  const changed = rows.length > 0;
  if (changed) {
    await sql`
      update post set version = version + 1, reactions = coalesce((
        select jsonb_object_agg(kind, amount) from (
          select kind, count(*) as amount from reaction where organisation = ${organisation} and post = ${id} group by kind) counted), '{}')
      where organisation = ${organisation} and id = ${id}`.execute(trx);
  }
  return {
    answer: {post: await postNow(trx, held)},
    activities: changed ? [{...await lineOn(services, caller, held, on ? 'reacted' : 'undid'), detail: on ? kind : `reacted:${kind}`}] : [],
    post: id,
  };
}
