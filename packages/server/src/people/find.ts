import type {Person, Space} from '@social-learning/protocol';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** A person who was named, and whether they have left. */
export interface FoundPerson {
  readonly person: Person;
  readonly left: boolean;
}

/** Whether a person `p` may read a space, in SQL; as `spaceFacts` says it of a caller. */
export function mayReadIn(space: Space): RawBuilder<boolean> {
  if (space.readers !== 'members') return sql`true`;
  return sql`exists (
    select 1 from role r where r.organisation = p.organisation and r.person = p.id
      and (r.space = ${space.id} or (r.space is null and r.role in ('admin', 'moderator', 'curator'))))`;
}

/**
 * Finds people of a space by their ids, or by what the host calls them.
 *
 * @returns One for each reference; `undefined` where there is nobody, or nobody who may read the space.
 */
export async function findPeople(
  db: Kysely<Tables>, organisation: string, space: Space, references: readonly string[],
): Promise<readonly (FoundPerson | undefined)[]> {
  const {rows} = await sql<Person & {external: string | null; state: string}>`
    select p.id, p.name, p.picture, p.external, p.state from person p
    where p.organisation = ${organisation} and (p.id::text = any (${references}::text[]) or p.external = any (${references}::text[]))
      and ${mayReadIn(space)}`.execute(db);
  return references.map(reference => {
    const row = rows.find(({id}) => id === reference) ?? rows.find(({external}) => external === reference);
    return row && {person: {id: row.id, name: row.name, picture: row.picture}, left: row.state === 'erased'};
  });
}
