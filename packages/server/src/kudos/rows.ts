import type {Kudos, Person} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

type Subject = NonNullable<Kudos['about']>['subject'];

/** Kudos with those who gave and got them, as they lie in the database. */
export interface KudosRow {
  readonly organisation: string;
  readonly id: string;
  readonly space: string;
  readonly giver: string;
  /** `null` where the giver has left. */
  readonly from: Person | null;
  /** Those who have not left. */
  readonly to: Person[];
  readonly value: string | null;
  readonly valueName: string | null;
  readonly message: string | null;
  readonly post: string | null;
  readonly subjectHash: string | null;
  /** The subject, or that of the post's thread. */
  readonly subject: Subject | null;
  readonly state: Kudos['state'];
  readonly at: Date;
  readonly version: number;
}

const personOf = (alias: string) => sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'picture', ${alias}.picture)`);

/** The columns of a {@link KudosRow}, of {@link kudosTables}. */
export const kudosColumns = sql`
  k.organisation, k.id, k.space, k.giver, case when g.id is null then null else ${personOf('g')} end as "from",
  (select coalesce(json_agg(${personOf('p')} order by r.place), '[]') from kudos_recipient r
    join person p on p.organisation = r.organisation and p.id = r.person and p.state <> 'erased'
    where r.organisation = k.organisation and r.kudos = k.id) as "to",
  k.value, k.value_name as "valueName", k.message, k.post, k.subject_hash as "subjectHash",
  case when k.post is null then k.subject else (
    select jsonb_build_object('key', s.key, 'title', case when w.id is null then coalesce(t.title, s.title) end,
      'url', case when w.id is null then s.url end) from post o
      join thread t on t.organisation = o.organisation and t.id = o.thread
      join subject s on s.organisation = t.organisation and s.id = t.subject
      -- The post whose words the title is, where it is not shown.
      left join post w on w.organisation = t.organisation and w.id = coalesce(t.opener, t.question) and w.state <> 'visible'
    where o.organisation = k.organisation and o.id = k.post) end as subject,
  k.state, k.at, k.version`;

export const kudosTables = sql`
  kudos k left join person g on g.organisation = k.organisation and g.id = k.giver and g.state <> 'erased'`;

/** Kudos as everybody who may read their space sees them; or as moderators do, who see what they hid. */
export function toKudos(row: KudosRow, seen: 'outside' | 'inside' = 'outside'): Kudos {
  const {id, space, from, to, value, valueName, message, post, subject, state, at, version} = row;
  const stands = state === 'given' || (seen === 'inside' && state !== 'withdrawn');
  return {
    id, space, from,
    to: stands ? to : [],
    value: stands && value !== null && valueName !== null ? {key: value, name: valueName} : null,
    message: stands ? message : null,
    about: subject === null ? null : post === null ? {type: 'subject', subject} : {type: 'post', post, subject},
    state,
    at: at.toISOString(),
    version,
  };
}

export async function readKudosRow(db: Kysely<Tables>, organisation: string, id: string): Promise<KudosRow | undefined> {
  const {rows: [row]} = await sql<KudosRow>`
    select ${kudosColumns} from ${kudosTables} where k.organisation = ${organisation} and k.id = ${id}`.execute(db);
  return row;
}
