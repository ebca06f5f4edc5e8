import type {Input, Output, Person} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {mayReadIn} from './find.ts';

const most = 20;

/** People of a space by the start of a word of their name; those whose name itself begins so come first. */
export async function listPeople(
  {store: {db}}: Services, caller: Caller, {space: slug, name, limit}: Omit<Input<'people.list'>, 'limit'> & {limit?: number | undefined},
): Promise<Output<'people.list'>> {
  const space = readableSpace(caller, slug);
  signedIn(caller);
  demand('person.list', caller, space, spaceFacts(caller, space));
  const start = escapeLike((name ?? '').trim());
  const begins = sql`${folded(sql`p.name`)} like ${folded(sql`${start}::text`)} || '%'`;
  const {rows: items} = await sql<Person>`
    select p.id, p.name, p.picture from person p
    where p.organisation = ${caller.organisation.id} and p.state = 'active' and p.listed and ${mayReadIn(space)}
      and (${begins} or ${folded(sql`p.name`)} like '% ' || ${folded(sql`${start}::text`)} || '%')
    order by ${begins} desc, ${folded(sql`p.name`)}, p.id
    limit ${Math.min(limit ?? most, most)}`.execute(db);
  return {items};
}

/** A text without case and accents: “Tomás” is found by “tomas”. */
const folded = (text: ReturnType<typeof sql>) => sql`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g')`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
