import type {Input, Output, Space} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import {readTallies} from '../kudos/tallies.ts';
import {readProfiles, toProfile as toMentorProfile} from '../mentoring/rows.ts';
import {findPeople} from '../people/find.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Tables} from '../store/tables.ts';
import {readProfileRow, toOwn, toProfile} from './rows.ts';

/** A person as the caller may see them in a space. */
export async function readPerson({store: {db}}: Services, caller: Caller, input: Input<'people.read'>): Promise<Output<'people.read'>> {
  const space = readableSpace(caller, input.space);
  demand('person.read', caller, space, spaceFacts(caller, space));
  const {person: me} = signedIn(caller);
  if (input.person === undefined) return describePerson(db, caller, space, me.id);
  const [found] = await findPeople(db, caller.organisation.id, space, [input.person]);
  if (!found || found.left) return {space, profile: null, left: found !== undefined, own: null};
  return describePerson(db, caller, space, found.person.id);
}

/** A person with their kudos and their mentoring in a space. */
export async function describePerson(db: Kysely<Tables>, caller: Caller, space: Space, person: string): Promise<Output<'people.read'>> {
  const organisation = caller.organisation.id;
  const row = await readProfileRow(db, organisation, person);
  if (!row) return {space, profile: null, left: true, own: null};
  const [tally] = await readTallies(db, [{organisation, space: space.id, kind: 'person', key: person, shownKey: person}]);
  const [mentor] = await readProfiles(db, sql`m.organisation = ${organisation} and m.space = ${space.id} and m.person = ${person}`);
  const own = person === signedIn(caller).person.id;
  const around = {kudos: tally!.count, mentor: mentor ? toMentorProfile(mentor).state : null};
  return {space, profile: toProfile(row, around, own ? 'by-oneself' : 'by-others'), left: false, own: own ? toOwn(row) : null};
}
