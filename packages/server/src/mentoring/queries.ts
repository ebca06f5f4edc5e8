import {limits, type Input, type MentorReason, type Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {personTopic} from '../feed/reserved.ts';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {readMentorships, readProfiles, toMentorship, toProfile} from './rows.ts';
import {facetsOf, findMentors, type MentorQuery} from './match.ts';
import {requestDaysOf} from './settings.ts';

const pageLength = 20;

/** The mentors of a space, the best fitting first. */
export async function listMentors(services: Services, caller: Caller, input: MentorQuery): Promise<Output<'mentors.list'>> {
  const {store: {db}, cursors, now} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('mentor.read', caller, space, spaceFacts(caller, space));
  const scope = `mentors:${organisation}:${space.id}`;
  const start = input.cursor === undefined ? 0 : Number(cursors.read(scope, input.cursor) ?? Number.NaN);
  if (Number.isNaN(start)) throw new Refusal('cursor-invalid', 'This cursor is not of this list. Read the list from its start.');

  const rows = await readProfiles(db, sql`m.organisation = ${organisation} and m.space = ${space.id} and p.listed`);
  const me = signedIn(caller).person.id;
  const found = findMentors(rows.filter(({id}) => id !== me).map(toProfile), input, now());
  const end = start + Math.min(input.limit ?? pageLength, limits.page);
  return {
    space,
    items: found.slice(start, end).map(({profile, reasons}): {profile: typeof profile; reasons: MentorReason[]} => ({profile, reasons: [...reasons]})),
    facets: facetsOf(found.map(({profile}) => profile)),
    total: found.length,
    after: end < found.length ? cursors.sign(scope, String(end)) : null,
  };
}

/** What a mentor offers, and what is between them and the caller. */
export async function readMentor(services: Services, caller: Caller, input: Input<'mentors.read'>): Promise<Output<'mentors.read'>> {
  const {store: {db}, now, topics, cursors, epoch} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('mentor.read', caller, space, spaceFacts(caller, space));
  const me = signedIn(caller).person;
  // First, so that what comes while the rest is read is heard of.
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const live = {topic: personTopic(topics, organisation, me.id), cursor};
  const requestDays = await requestDaysOf(db, organisation, space.id);
  const {rows: [found]} = input.person === undefined ? {rows: [me]} : await sql<typeof me>`
    select id, name, picture from person
    where organisation = ${organisation} and (id::text = ${input.person} or external = ${input.person}) and state <> 'erased'
    order by id::text = ${input.person} desc limit 1`.execute(db);
  if (!found) return {space, person: null, profile: null, mentorship: null, requestDays, ...live};
  const [profile] = await readProfiles(db, sql`m.organisation = ${organisation} and m.space = ${space.id} and m.person = ${found.id}`);
  const [mentorship] = await readMentorships(db, organisation, sql`s.space = ${space.id} and s.mentor = ${found.id} and s.mentee = ${me.id}`);
  const {id, name, picture} = found;
  return {
    space,
    person: {id, name, picture},
    profile: profile ? toProfile(profile) : null,
    mentorship: mentorship ? toMentorship(mentorship, now()) : null,
    requestDays,
    ...live,
  };
}

/** One's own mentorships. */
export async function listMentorships(services: Services, caller: Caller, input: Input<'mentorships.list'>): Promise<Output<'mentorships.list'>> {
  const space = readableSpace(caller, input.space);
  demand('mentor.read', caller, space, spaceFacts(caller, space));
  const me = signedIn(caller).person.id;
  const rows = await readMentorships(services.store.db, caller.organisation.id, sql`s.space = ${space.id} and (s.mentor = ${me} or s.mentee = ${me})`);
  return {items: rows.map(row => toMentorship(row, services.now()))};
}
