import {sql} from 'kysely';
import {stableId} from '../imports/stable-id.ts';
import {grantRole} from '../organisations/save.ts';
import type {Store} from '../store/store.ts';

/** What the sample mentors offer, by their ids of `people.ts`. */
const offers = [
  {
    person: 'tomas', title: 'Twelve years in customer care', skills: ['Listening', 'Phone calls', 'De-escalation'], topics: ['Customer care', 'First weeks'],
    languages: ['es', 'en', 'nl'], timeZone: 'Europe/Madrid', capacity: 3, paused: false,
    help: 'The calls nobody wants: the angry one, the silent one, the one that comes back. We listen to one together and find the sentence that helps.',
  },
  {
    person: 'sanne', title: 'Shift lead, warehouse', skills: ['Planning', 'Forklift', 'Excel'], topics: ['Warehouse', 'First weeks', 'Night shifts'],
    languages: ['nl', 'en'], timeZone: 'Europe/Amsterdam', capacity: 2, paused: false,
    help: 'Your first weeks on the floor: where things are, whom to ask, and how to say no to a truck that is not ready.',
  },
  {
    person: 'hanna', title: 'Safety officer', skills: ['First aid', 'Risk assessment', 'Presenting'], topics: ['Safety', 'Cold chain'],
    languages: ['fi', 'sv', 'en'], timeZone: 'Europe/Helsinki', capacity: 2, paused: false,
    help: 'Seeing what could go wrong before it does, and telling people so that they thank you for it.',
  },
] as const;

const pairs = [
  {mentor: 'tomas', mentee: 'femke', state: 'active', goal: 'Take complaints without a knot in my stomach', message: 'I take over the evening line in spring.'},
  {mentor: 'sanne', mentee: 'liam', state: 'requested', goal: 'Run a shift on my own', message: 'Could we walk one together first?'},
  {mentor: 'sanne', mentee: 'noor', state: 'active', goal: 'Plan a week of trucks', message: null},
] as const;

const began = new Date('2026-02-02T08:00:00Z');

/** Gives the sample organisation its mentors, and two people who learn with them. What is there stays as it is. */
export async function seedMentors(store: Store, organisation: string, space: string, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const {person, title, help, skills, topics, languages, timeZone, capacity, paused} of offers) {
    await grantRole(store, organisation, ids.get(person)!, 'mentor');
    await sql`
      insert into mentor_profile (organisation, space, person, title, help, skills, topics, languages, time_zone, capacity, paused)
      values (${organisation}, ${space}, ${ids.get(person)!}, ${title}, ${help}, ${[...skills]}, ${[...topics]}, ${[...languages]}, ${timeZone}, ${capacity}, ${paused})
      on conflict do nothing`.execute(store.db);
  }
  for (const {mentor, mentee, state, goal, message} of pairs) {
    const id = stableId(`northwind mentorship ${mentor} ${mentee}`, began);
    const {rows} = await sql`
      insert into mentorship (organisation, id, space, mentor, mentee, goal, message, state, requested_at)
      values (${organisation}, ${id}, ${space}, ${ids.get(mentor)!}, ${ids.get(mentee)!}, ${goal}, ${message}, ${state}, ${began})
      on conflict do nothing returning 1`.execute(store.db);
    if (rows.length === 0) continue;
    await sql`
      insert into mentorship_event (organisation, mentorship, state, at, actor) values (${organisation}, ${id}, 'requested', ${began}, ${ids.get(mentee)!})`.execute(store.db);
    if (state === 'active') {
      await sql`
        insert into mentorship_event (organisation, mentorship, state, at, actor)
        values (${organisation}, ${id}, 'active', ${new Date(began.getTime() + 86_400_000)}, ${ids.get(mentor)!})`.execute(store.db);
    }
  }
}
