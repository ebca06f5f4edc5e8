import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {lockThread as holdThread, readThreadRow} from './read-rows.ts';
import {toThread} from './rows.ts';

/** Locks a thread, or opens it again. */
export async function lockThread(
  {topics, now}: Services, caller: Caller, {thread: id, on}: Input<'threads.lock'>, trx: Trx,
): Promise<Deed<'threads.lock'>> {
  const organisation = caller.organisation.id;
  const row = await holdThread(trx, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  const thread = row!;
  demand('thread.lock', caller, space, spaceFacts(caller, space));
  const changes = (thread.state === 'locked') !== on;
  if (changes) {
    await sql`
      update thread set state = ${on ? 'locked' : 'open'}, version = version + 1
      where organisation = ${organisation} and id = ${id}`.execute(trx);
  }
  return {
    answer: {thread: toThread((await readThreadRow(trx, organisation, id))!)},
    activities: changes ? [{
      organisation, verb: on ? 'locked' : 'undid', ...(!on && {detail: 'locked'}), actor: signedIn(caller).person.id, space: space.id,
      topic: topics.of(organisation, space.id, thread.hash), thread: id, at: new Date(now()).toISOString(),
    }] : [],
    post: null,
  };
}
