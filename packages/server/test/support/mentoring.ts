import type {Id, MentorshipState} from '@social-learning/protocol';
import {sql} from 'kysely';
import {newKey, type Visitor, type World} from './world.ts';

/** A mentorship in a state, of people who need be neither mentors nor members. */
export async function makeMentorship(
  {app, organisations}: World, {mentor, mentee, organisation = 'red', space = 'open'}: {mentor: Visitor; mentee: Visitor; organisation?: string; space?: string}, state: MentorshipState,
): Promise<Id> {
  const id = newKey();
  const {store: {db}} = app.services;
  await sql`
    insert into mentorship (organisation, id, space, mentor, mentee, goal, state, requested_at)
    select organisation, ${id}, id, ${mentor.id}, ${mentee.id}, 'To learn', ${state}, now() from space
    where organisation = ${organisations[organisation]!} and slug = ${space}`.execute(db);
  await sql`
    insert into mentorship_event (organisation, mentorship, state, at, actor)
    values (${organisations[organisation]!}, ${id}, ${state}, now(), ${mentee.id})`.execute(db);
  return id;
}
