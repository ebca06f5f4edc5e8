import type {MentorProfile, Mentorship, MentorshipState, Person} from '@social-learning/protocol';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** What a mentor offers, as it lies in the database, with what is counted. */
export interface ProfileRow extends Omit<MentorProfile, 'person' | 'places' | 'state'>, Person {
  /** Mentorships that are active. */
  readonly mentees: number;
  readonly paused: boolean;
}

/** Answers that are looked at, and the fewest that say something. */
const [lastAnswers, fewestAnswers] = [20, 3];

/** Profiles of people who are still there and still mentors. @param where On `m`, the profile, and `p`, the person. */
export async function readProfiles(db: Kysely<Tables>, where: RawBuilder<unknown>): Promise<ProfileRow[]> {
  const {rows} = await sql<ProfileRow>`
    select p.id, p.name, p.picture, m.space, m.title, m.help, m.skills, m.topics, m.languages, m.time_zone as "timeZone", m.capacity, m.paused,
      m.version,
      (select count(*)::integer from mentorship s where s.organisation = m.organisation and s.mentor = m.person and s.space = m.space
        and s.state = 'active') as mentees,
      (select case when count(*) >= ${fewestAnswers} then percentile_disc(0.5) within group (order by seconds)::integer end from (
        select extract(epoch from s.answered_at - s.requested_at) as seconds from mentorship s
        where s.organisation = m.organisation and s.mentor = m.person and s.space = m.space and s.answered_at is not null and s.goal is not null
        order by s.answered_at desc limit ${lastAnswers}) as answers) as "answersWithin"
    from mentor_profile m join person p on p.organisation = m.organisation and p.id = m.person
    where p.state = 'active' and exists (
        select 1 from role r where r.organisation = p.organisation and r.person = p.id and r.role in ('mentor', 'admin')
          and (r.space is null or r.space = m.space))
      and ${where}
    order by p.name, p.id`.execute(db);
  return rows;
}

export function toProfile({id, name, picture, mentees, paused, ...row}: ProfileRow): MentorProfile {
  const places = Math.max(0, row.capacity - mentees);
  return {...row, person: {id, name, picture}, places, state: paused ? 'paused' : places === 0 ? 'full' : 'open'};
}

/** A mentorship as it lies in the database. */
export interface MentorshipRow {
  readonly id: string;
  readonly space: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly state: MentorshipState;
  readonly expiresAt: Date | null;
  readonly goal: string | null;
  readonly message: string | null;
  readonly version: number;
  /** `null` where somebody has left. */
  readonly mentorPerson: Person | null;
  readonly menteePerson: Person | null;
  readonly history: {readonly state: MentorshipState; readonly at: string; readonly by: Person | null; readonly note: string | null}[];
  readonly firstPost: {readonly post: string; readonly key: string; readonly title: string | null; readonly url: string | null; readonly at: string} | null;
}

const personOf = (alias: string) => sql.raw(
  `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'picture', ${alias}.picture) end`);

/** @param where On `s`, the mentorship. */
export async function readMentorships(db: Kysely<Tables>, organisation: string, where: RawBuilder<unknown>): Promise<MentorshipRow[]> {
  const {rows} = await sql<MentorshipRow>`
    select s.id, s.space, s.mentor, s.mentee, s.state, s.expires_at as "expiresAt", s.goal, s.message, s.version,
      ${personOf('a')} as "mentorPerson", ${personOf('b')} as "menteePerson",
      (select json_agg(json_build_object('state', e.state, 'at', e.at, 'by', ${personOf('c')}, 'note', e.note) order by e.seq)
       from mentorship_event e left join person c on c.organisation = e.organisation and c.id = e.actor and c.state <> 'erased'
       where e.organisation = s.organisation and e.mentorship = s.id) as history,
      (select json_build_object('post', o.id, 'key', u.key, 'title', coalesce(t.title, u.title), 'url', u.url, 'at', o.created_at)
       from post o join thread t on t.organisation = o.organisation and t.id = o.thread
         join subject u on u.organisation = t.organisation and u.id = t.subject
       where o.organisation = s.organisation and o.id = s.first_post and o.state = 'visible') as "firstPost"
    from mentorship s
      left join person a on a.organisation = s.organisation and a.id = s.mentor and a.state <> 'erased'
      left join person b on b.organisation = s.organisation and b.id = s.mentee and b.state <> 'erased'
    where s.organisation = ${organisation} and ${where}
    order by s.id desc limit 100`.execute(db);
  return rows;
}

export async function readMentorship(db: Kysely<Tables>, organisation: string, id: string): Promise<MentorshipRow | undefined> {
  const [row] = await readMentorships(db, organisation, sql`s.id = ${id}`);
  return row;
}

/** A mentorship as its two people see it. */
export function toMentorship(row: MentorshipRow, now: number): Mentorship {
  const {id, space, goal, message, expiresAt, version, mentorPerson, menteePerson, firstPost} = row;
  const over = hasExpired(row, now);
  const history = (row.history ?? []).map(({at, ...event}) => ({...event, at: new Date(at).toISOString()}));
  return {
    id, space, mentor: mentorPerson, mentee: menteePerson, goal, message, version,
    state: over ? 'expired' : row.state,
    expiresAt: row.state === 'requested' ? (expiresAt?.toISOString() ?? null) : null,
    history: over ? [...history, {state: 'expired', at: expiresAt!.toISOString(), by: null, note: null}] : history,
    firstPost: firstPost && {
      post: firstPost.post, subject: {key: firstPost.key, title: firstPost.title, url: firstPost.url}, at: new Date(firstPost.at).toISOString(),
    },
  };
}

/** A request that nobody answered in time is over from that moment on, whether or not anybody has looked. */
export function hasExpired({state, expiresAt}: Pick<MentorshipRow, 'state' | 'expiresAt'>, now: number): boolean {
  return state === 'requested' && expiresAt !== null && expiresAt.getTime() <= now;
}
