import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {newId} from '../internal/new-id.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';

/** Makes the caller a member of a space that is open to them. */
export async function joinSpace(
  {now, standings}: Services, caller: Caller, {space: slug, languages = [], skills = []}: Input<'spaces.join'>, trx: Trx,
): Promise<Deed<'spaces.join'>> {
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, slug);
  demand('space.join', caller, space, spaceFacts(caller, space));
  const {person: {id: person}} = signedIn(caller);
  const at = new Date(now());
  const {rows} = await sql`
    insert into membership (organisation, space, person, languages, skills, joined_at)
    values (${organisation}, ${space.id}, ${person}, ${languages}, ${skills}, ${at})
    on conflict do nothing returning 1`.execute(trx);
  await sql`
    insert into role (organisation, id, person, space, role) values (${organisation}, ${newId(now())}, ${person}, ${space.id}, 'learner')
    on conflict do nothing`.execute(trx);
  standings.forget(organisation, person);
  return {
    answer: {space},
    activities: rows.length === 0 ? [] : [{organisation, verb: 'joined', actor: person, space: space.id, at: at.toISOString()}],
    post: null,
  };
}
