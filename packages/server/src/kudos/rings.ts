import type {Input, KudosRing, Output, Person} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';

/** Days that are looked at. */
const days = 90;
/** From how many kudos in each direction on a pair is worth a look. */
const fewest = 3;
const most = 50;

interface Row {
  readonly one: Person;
  readonly other: Person;
  readonly given: number;
  readonly back: number;
  readonly latest: Date;
}

/** Pairs who only thank each other. What was withdrawn or taken down does not count. */
export async function listKudosRings(
  {store: {db}, now}: Services, caller: Caller, {space: slug}: Input<'kudos.rings'>,
): Promise<Output<'kudos.rings'>> {
  const space = readableSpace(caller, slug);
  demand('kudos.review', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const me = signedIn(caller).person.id;
  const since = new Date(now() - days * 86_400_000);
  const {rows} = await sql<Row>`
    with given as (
      select r.giver, r.person, count(*)::integer as kudos, max(r.at) as latest
      from kudos_recipient r join kudos k on k.organisation = r.organisation and k.id = r.kudos and k.state = 'given'
      where r.organisation = ${organisation} and r.space = ${space.id} and r.at >= ${since}
      group by r.giver, r.person
    ), loyal as (
      select giver, min(person::text)::uuid as person, sum(kudos)::integer as kudos, max(latest) as latest
      from given group by giver having count(*) = 1
    )
    select json_build_object('id', p.id, 'name', p.name, 'picture', p.picture) as one, a.kudos as given,
      json_build_object('id', q.id, 'name', q.name, 'picture', q.picture) as other, b.kudos as back, greatest(a.latest, b.latest) as latest
    from loyal a join loyal b on b.giver = a.person and b.person = a.giver and a.giver < b.giver
      join person p on p.organisation = ${organisation} and p.id = a.giver and p.state <> 'erased'
      join person q on q.organisation = ${organisation} and q.id = b.giver and q.state <> 'erased'
    where a.kudos >= ${fewest} and b.kudos >= ${fewest} and ${me} not in (a.giver, b.giver)
    order by a.kudos + b.kudos desc, latest desc, a.giver limit ${most}`.execute(db);
  return {space, days, rings: rows.map(toRing)};
}

function toRing({one, other, given, back, latest}: Row): KudosRing {
  return {people: [{person: one, given}, {person: other, given: back}], latest: latest.toISOString()};
}
