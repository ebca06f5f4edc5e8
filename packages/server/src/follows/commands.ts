import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {readThreadRow} from '../threads/read-rows.ts';

/** Follows a thread, or follows it no longer. It is nobody's business but one's own. */
export async function followThread(
  {now}: Services, caller: Caller, {thread: id, on}: Input<'threads.follow'>, trx: Trx,
): Promise<Deed<'threads.follow'>> {
  const organisation = caller.organisation.id;
  const row = await readThreadRow(trx, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  const {person: {id: person}} = signedIn(caller);
  demand('thread.follow', caller, space, spaceFacts(caller, space));
  await (on
    ? sql`insert into follow (organisation, thread, person, at) values (${organisation}, ${id}, ${person}, ${new Date(now())}) on conflict do nothing`
    : sql`delete from follow where organisation = ${organisation} and thread = ${id} and person = ${person}`
  ).execute(trx);
  return {answer: {following: on}, activities: [], post: null};
}
