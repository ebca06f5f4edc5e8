import {sql} from 'kysely';
import type {Store} from '../store/store.ts';
import {people} from './people.ts';

/** What some of the sample people say of themselves beyond what they do. */
const said: Readonly<Record<string, {location: string; timeZone: string; languages: readonly string[]; skills: readonly string[]; hidden?: readonly string[]}>> = {
  amara: {location: 'Lagos, from home', timeZone: 'Africa/Lagos', languages: ['en', 'yo'], skills: ['Writing', 'Patience']},
  tomas: {location: 'Madrid', timeZone: 'Europe/Madrid', languages: ['es', 'en', 'nl'], skills: ['Listening', 'De-escalation']},
  sanne: {location: 'Rotterdam, hall 4', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en'], skills: ['Planning', 'Forklift', 'Excel']},
  hanna: {location: 'Helsinki', timeZone: 'Europe/Helsinki', languages: ['fi', 'sv', 'en'], skills: ['First aid', 'Risk assessment']},
  priya: {location: 'Utrecht', timeZone: 'Europe/Amsterdam', languages: ['en', 'hi', 'ta'], skills: ['SQL', 'Dashboards', 'Asking twice']},
  noor: {location: 'Rotterdam', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en'], skills: ['Cross-dock', 'Route planning']},
  mei: {location: 'Singapore', timeZone: 'Asia/Singapore', languages: ['en', 'zh'], skills: ['Pipelines', 'Python']},
  lucia: {location: 'Sevilla', timeZone: 'Europe/Madrid', languages: ['es', 'en'], skills: ['Phone calls'], hidden: ['location']},
  wouter: {location: 'Antwerpen, cold store', timeZone: 'Europe/Brussels', languages: ['nl', 'fr'], skills: ['Cold chain', 'Night driving']},
};

/** When the first of the company were there. */
const opened = new Date('2025-09-01T07:00:00Z');

/** Lets the sample people say who they are. Whoever has said something themselves keeps it. */
export async function seedProfiles(store: Store, organisation: string, ids: ReadonlyMap<string, string>): Promise<void> {
  const rows = people.map(({id, title}, index) => {
    const {location = null, timeZone = null, languages = [], skills = [], hidden = []} = said[id] ?? {};
    return {id: ids.get(id), title, location, timeZone, languages, skills, hidden, joined: new Date(opened.getTime() + index * 3 * 86_400_000).toISOString()};
  });
  await sql`
    update person p set title = w.title, location = w.location, time_zone = w."timeZone", joined_at = coalesce(p.joined_at, w.joined),
      languages = array(select json_array_elements_text(w.languages)), skills = array(select json_array_elements_text(w.skills)),
      hidden = array(select json_array_elements_text(w.hidden))
    from json_to_recordset(${JSON.stringify(rows)}::json) as w(id uuid, title text, location text, "timeZone" text, languages json, skills json,
      hidden json, joined timestamptz)
    where p.organisation = ${organisation} and p.id = w.id and p.profile_version = 1 and p.title is null`.execute(store.db);
}
