import type {ChecklistProgress, Person} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** How many of those who finished are named. */
const named = 12;

interface Wanted {
  readonly organisation: string;
  readonly id: string;
}

type Row = Omit<ChecklistProgress, 'people'> & {readonly organisation: string; readonly people: Person[]};

/** How far people are with some checklists. Only who is active and may read the space is counted or shown. */
export async function readProgress(db: Kysely<Tables>, wanted: readonly Wanted[]): Promise<readonly Row[]> {
  const {rows} = await sql<Row>`
    select c.organisation, c.id as checklist, c.progress_version as version,
      count(r.person) filter (where r.done > 0 or r.finished_at is not null)::integer as began,
      count(r.person) filter (where r.finished_at is not null)::integer as finished,
      coalesce((array_agg(json_build_object('id', r.person, 'name', r.name, 'picture', r.picture) order by r.finished_at desc, r.person)
        filter (where r.finished_at is not null))[1:${sql.raw(String(named))}], '{}') as people
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid)
      join checklist c on c.organisation = w.organisation and c.id = w.id
      join space s on s.organisation = c.organisation and s.id = c.space
      left join lateral (
        select r.person, r.done, r.finished_at, p.name, p.picture from checklist_run r
          join person p on p.organisation = r.organisation and p.id = r.person and p.state = 'active'
        where r.organisation = c.organisation and r.checklist = c.id and (s.readers <> 'members' or exists (
          select 1 from role held where held.organisation = p.organisation and held.person = p.id
            and (held.space = s.id or (held.space is null and held.role in ('admin', 'moderator', 'curator')))))
      ) r on true
    group by c.organisation, c.id, c.progress_version`.execute(db);
  return rows;
}

export async function progressOf(db: Kysely<Tables>, organisation: string, id: string): Promise<ChecklistProgress> {
  const [row] = await readProgress(db, [{organisation, id}]);
  return toProgress(row!);
}

export function toProgress({checklist, began, finished, people, version}: Row): ChecklistProgress {
  return {checklist, began, finished, people, version};
}
