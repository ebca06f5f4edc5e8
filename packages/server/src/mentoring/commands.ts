import {limits, type Condition, type Input, type MentorshipState, type Output, type Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {blank, unique} from '../internal/words.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {hasExpired, readMentorship, readProfiles, toMentorship, toProfile, type MentorshipRow} from './rows.ts';
import {requestDaysOf} from './settings.ts';

/** Says what one offers as a mentor. */
export async function offerMentoring(
  {now}: Services, caller: Caller, input: Input<'mentors.offer'>, trx: Trx,
): Promise<Deed<'mentors.offer'>> {
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('mentor.offer', caller, space, spaceFacts(caller, space));
  const {person: {id: person}} = signedIn(caller);
  const {title, help, skills, topics, languages, timeZone, capacity, paused} = input;
  const rest = {title: blank(title), help: blank(help), skills: unique(skills), topics: unique(topics), languages: unique(languages)};
  await sql`
    insert into mentor_profile (organisation, space, person, title, help, skills, topics, languages, time_zone, capacity, paused)
    values (${organisation}, ${space.id}, ${person}, ${rest.title}, ${rest.help}, ${rest.skills}, ${rest.topics}, ${rest.languages},
      ${timeZone}, ${capacity}, ${paused})
    on conflict (organisation, space, person) do update set title = excluded.title, help = excluded.help, skills = excluded.skills,
      topics = excluded.topics, languages = excluded.languages, time_zone = excluded.time_zone, capacity = excluded.capacity,
      paused = excluded.paused, version = mentor_profile.version + 1`.execute(trx);
  const [row] = await readProfiles(trx, sql`m.organisation = ${organisation} and m.space = ${space.id} and m.person = ${person}`);
  return {
    answer: {profile: toProfile(row!)},
    activities: [{organisation, verb: 'edited', actor: person, space: space.id, object: {type: 'mentor', id: person}, people: [person], at: new Date(now()).toISOString()}],
    post: null,
  };
}

/** Asks a mentor. The key of the act is the id of the mentorship. */
export async function requestMentoring(
  services: Services, caller: Caller, input: Input<'mentorships.request'>, trx: Trx, id: string,
): Promise<Deed<'mentorships.request'>> {
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('mentorship.request', caller, space, spaceFacts(caller, space));
  const {person: {id: mentee}} = signedIn(caller);
  const {mentor, goal, message} = input;
  if (mentor === mentee) throw new Refusal('invalid', 'One cannot be one’s own mentor.', {field: '/mentor'});
  // One request of a person at a time, so that they can be counted.
  await sql`select 1 from person where organisation = ${organisation} and id = ${mentee} for update`.execute(trx);
  const [profile] = await readProfiles(trx, sql`m.organisation = ${organisation} and m.space = ${space.id} and m.person = ${mentor}`);
  if (!profile) throw notFound();
  const {state} = toProfile(profile);
  if (state !== 'open') throw unavailable(profile.name, state);

  const {rows: open} = await sql<{mentor: string; space: string; state: MentorshipState; expiresAt: Date | null}>`
    select mentor, space, state, expires_at as "expiresAt" from mentorship
    where organisation = ${organisation} and mentee = ${mentee} and state in ('requested', 'active')`.execute(trx);
  const present = open.filter(row => !hasExpired(row, services.now()));
  if (present.some(row => row.mentor === mentor && row.space === space.id)) {
    throw new Refusal('mentorship-exists', `You have asked ${profile.name} already, or learn together.`, {field: '/mentor'});
  }
  if (present.filter(row => row.state === 'requested').length >= limits.mentorshipRequests) {
    throw new Refusal('mentorship-requests', `At most ${limits.mentorshipRequests} requests may wait for an answer. Take one back first.`, {limit: limits.mentorshipRequests});
  }
  const at = new Date(services.now());
  const days = await requestDaysOf(trx, organisation, space.id);
  const expires = new Date(at.getTime() + days * 86_400_000);
  // One that has ended by itself makes room for the next.
  await sql`
    update mentorship set state = 'expired', version = version + 1
    where organisation = ${organisation} and space = ${space.id} and mentor = ${mentor} and mentee = ${mentee}
      and state = 'requested' and expires_at <= ${at}`.execute(trx);
  const {rows} = await sql`
    insert into mentorship (organisation, id, space, mentor, mentee, goal, message, state, requested_at, expires_at)
    values (${organisation}, ${id}, ${space.id}, ${mentor}, ${mentee}, ${goal}, ${blank(message)}, 'requested', ${at}, ${expires})
    on conflict (organisation, id) do nothing returning 1`.execute(trx);
  if (rows.length === 0) throw new Refusal('idempotency-key-reused', 'This idempotency key was used for something else. Make a new one for each act.');
  return conclude(services, trx, caller, {id, space: space.id}, 'requested', 'requested', undefined);
}

/** Accepts or declines a request. Two that are accepted at once are counted one after the other. */
export async function answerMentoring(
  services: Services, caller: Caller, {mentorship: id, accept, note}: Input<'mentorships.answer'>, trx: Trx,
): Promise<Deed<'mentorships.answer'>> {
  const organisation = caller.organisation.id;
  const row = await hold(trx, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  const facts: Set<Condition> = spaceFacts(caller, space);
  if (row!.mentor === signedIn(caller).person.id) facts.add('asked');
  demand('mentorship.answer', caller, space, facts);
  if (row!.state !== 'requested' || hasExpired(row!, services.now())) throw closed();
  if (accept) {
    // The profile's lock makes the count true until the end of the transaction.
    await sql`
      select 1 from mentor_profile where organisation = ${organisation} and space = ${space.id} and person = ${row!.mentor} for update`.execute(trx);
    const [profile] = await readProfiles(trx, sql`m.organisation = ${organisation} and m.space = ${space.id} and m.person = ${row!.mentor}`);
    if (!profile) throw new Refusal('mentor-unavailable', 'You are no mentor here any more.');
    if (profile.mentees >= profile.capacity) {
      throw new Refusal('mentor-unavailable', 'You have no place left. Raise your capacity, or complete a mentorship first.', {limit: profile.capacity});
    }
  }
  return conclude(services, trx, caller, row!, accept ? 'active' : 'declined', accept ? 'accepted-mentorship' : 'declined', note);
}

/** Completes a mentorship; a request is taken back by who made it. */
export async function endMentoring(
  services: Services, caller: Caller, {mentorship: id, note}: Input<'mentorships.end'>, trx: Trx,
): Promise<Deed<'mentorships.end'>> {
  const row = await hold(trx, caller.organisation.id, id);
  const space = readableSpaceById(caller, row?.space);
  const facts: Set<Condition> = spaceFacts(caller, space);
  const me = signedIn(caller).person.id;
  if (row!.mentee === me || (row!.mentor === me && row!.state !== 'requested')) facts.add('own');
  demand('mentorship.end', caller, space, facts);
  if ((row!.state !== 'requested' && row!.state !== 'active') || hasExpired(row!, services.now())) throw closed();
  const isActive = row!.state === 'active';
  return conclude(services, trx, caller, row!, isActive ? 'completed' : 'cancelled', isActive ? 'completed' : 'withdrew', note);
}

async function hold(trx: Trx, organisation: string, id: string): Promise<MentorshipRow | undefined> {
  await sql`select 1 from mentorship where organisation = ${organisation} and id = ${id} for update`.execute(trx);
  return readMentorship(trx, organisation, id);
}

/** What every act on a mentorship ends in. */
type MentorshipDeed = Omit<Deed<'mentorships.answer'>, 'answer'> & {readonly answer: Output<'mentorships.answer'>};

/** Brings a mentorship into a state, and says so in its history and in the log. */
async function conclude(
  {now}: Services, trx: Trx, caller: Caller, {id, space}: {id: string; space: string}, state: MentorshipState, verb: Verb, note: string | undefined,
): Promise<MentorshipDeed> {
  const organisation = caller.organisation.id;
  const {person: {id: actor}} = signedIn(caller);
  const at = new Date(now());
  const answered = state === 'active' || state === 'declined';
  if (state !== 'requested') {
    await sql`
      update mentorship set state = ${state}, answered_at = case when ${answered} then ${at} else answered_at end, version = version + 1
      where organisation = ${organisation} and id = ${id}`.execute(trx);
  }
  await noteEvent(trx, organisation, id, {state, at, actor, note: blank(note)});
  const row = (await readMentorship(trx, organisation, id))!;
  return {answer: {mentorship: toMentorship(row, now())}, activities: [activityOf(organisation, row, space, verb, actor, at)], post: null};
}

/** One line of a mentorship's history. */
export async function noteEvent(
  trx: Trx, organisation: string, id: string, {state, at, actor, note}: {state: MentorshipState; at: Date; actor: string | null; note: string | null},
): Promise<void> {
  await sql`
    insert into mentorship_event (organisation, mentorship, state, at, actor, note)
    values (${organisation}, ${id}, ${state}, ${at}, ${actor}, ${note})`.execute(trx);
}

/** The line of the log for something that happened to a mentorship; it concerns the two. */
export function activityOf(
  organisation: string, {id, mentor, mentee}: Pick<MentorshipRow, 'id' | 'mentor' | 'mentee'>, space: string, verb: Verb, actor: string | null, at: Date,
): Activity {
  return {organisation, verb, actor, space, object: {type: 'mentorship', id}, people: [mentor, mentee], at: at.toISOString()};
}

const closed = () => new Refusal('mentorship-closed', 'This has been answered, taken back or has ended in the meantime.');
const unavailable = (name: string, state: string) =>
  new Refusal('mentor-unavailable', state === 'paused' ? `${name} takes a break from mentoring just now.` : `${name} has no place left just now.`, {field: '/mentor'});
