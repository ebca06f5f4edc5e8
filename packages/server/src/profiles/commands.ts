import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {blank, unique} from '../internal/words.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {describePerson} from './queries.ts';

/** Says who one is, in every space, and what others see of it. */
export async function editPerson(
  {now}: Services, caller: Caller, input: Input<'people.edit'>, trx: Trx,
): Promise<Deed<'people.edit'>> {
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('person.edit', caller, space, spaceFacts(caller, space));
  const {person: {id: person}} = signedIn(caller);
  const {title, location, timeZone, languages, skills, listed, hidden} = input;
  await sql`
    update person set title = ${blank(title)}, location = ${blank(location)}, time_zone = ${timeZone}, languages = ${unique(languages)},
      skills = ${unique(skills)}, listed = ${listed}, hidden = ${unique(hidden)}, profile_version = profile_version + 1
    where organisation = ${organisation} and id = ${person}`.execute(trx);
  return {
    answer: await describePerson(trx, caller, space, person),
    activities: [{organisation, verb: 'edited', actor: person, object: {type: 'person', id: person}, at: new Date(now()).toISOString()}],
    post: null,
  };
}
