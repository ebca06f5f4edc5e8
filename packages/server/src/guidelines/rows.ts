import type {Guidelines, Person, Rule} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** Guidelines with the one who published them, as they lie in the database. */
export interface GuidelinesRow {
  readonly organisation: string;
  readonly space: string;
  readonly version: number;
  readonly required: boolean;
  readonly rules: Rule[];
  readonly publishedBy: Person | null;
  readonly publishedAt: Date;
}

/** The guidelines of a space that are in force, or a version of old. */
export async function readGuidelinesRow(
  db: Kysely<Tables>, organisation: string, space: string, version?: number,
): Promise<GuidelinesRow | undefined> {
  const {rows: [row]} = await sql<GuidelinesRow>`
    select g.organisation, g.space, g.version, g.required, g.rules, g.published_at as "publishedAt",
      (select json_build_object('id', p.id, 'name', p.name, 'picture', p.picture) from person p
       where p.organisation = g.organisation and p.id = g.published_by) as "publishedBy"
    from guidelines g
    where g.organisation = ${organisation} and g.space = ${space} and ${version === undefined ? sql`true` : sql`g.version = ${version}`}
    order by g.version desc limit 1`.execute(db);
  return row;
}

export function toGuidelines({space, version, required, rules, publishedBy, publishedAt}: GuidelinesRow): Guidelines {
  return {space, version, required, rules, publishedBy, publishedAt: publishedAt.toISOString()};
}

/** Puts a version in force. The caller has seen to it that none of this number is there. */
export async function insertGuidelines(
  db: Kysely<Tables>, {organisation, space, version, required, rules}: Omit<GuidelinesRow, 'publishedBy' | 'publishedAt'>,
  by: string | null, at: Date,
): Promise<void> {
  await sql`
    insert into guidelines (organisation, space, version, required, rules, published_by, published_at)
    values (${organisation}, ${space}, ${version}, ${required}, ${JSON.stringify(rules)}::jsonb, ${by}, ${at})`.execute(db);
}
