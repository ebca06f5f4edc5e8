import {sql} from 'kysely';
import {newId} from '../internal/new-id.ts';
import type {Activity} from '../log/append.ts';
import type {Follower} from '../log/followers.ts';
import type {LogEntry} from '../log/reader.ts';
import {isPosting} from '../posts/posting.ts';
import type {Trx} from '../store/transaction.ts';
import {activityOf, noteEvent} from './commands.ts';
import {shared} from './match.ts';
import {readProfiles, type ProfileRow} from './rows.ts';
import type {MentorCriterion} from './settings.ts';

/** Who has joined a space. */
interface Newcomer {
  readonly languages: readonly string[];
  readonly skills: readonly string[];
}

/** Gives who joins a space a mentor by its rule, and tells that mentor of the newcomer's first post. */
export function welcome(now: () => number): Follower {
  return {
    name: 'mentoring',
    async follow(trx, entries) {
      const activities: Activity[] = [];
      const own = entries.filter(({imported}) => !imported);
      const joins = own.some(({verb}) => verb === 'joined');
      // Few who post have a mentor who waits for their first words; who joins in this stretch may have one only in the middle of it.
      const awaited = joins ? undefined : await whoIsAwaited(trx, own.filter(({verb}) => isPosting(verb)));
      for (const entry of own) {
        if (entry.verb === 'joined') activities.push(...(await assign(trx, entry, now())));
        else if (isPosting(entry.verb) && (awaited?.has(menteeKey(entry)) ?? true)) await keepFirstPost(trx, entry);
      }
      return activities;
    },
  };
}

async function assign(trx: Trx, {organisation, space, actor}: LogEntry, now: number): Promise<Activity[]> {
  if (space === null || actor === null) return [];
  const {rows: [found]} = await sql<Newcomer & {rule: readonly MentorCriterion[] | null; learns: boolean}>`
    select s.mentor_rule as rule, m.languages, m.skills, exists (
      select 1 from mentorship o where o.organisation = s.organisation and o.space = s.id and o.mentee = m.person) as learns
    from space s join membership m on m.organisation = s.organisation and m.space = s.id
      join person p on p.organisation = m.organisation and p.id = m.person
    where s.organisation = ${organisation} and s.id = ${space} and m.person = ${actor} and p.state = 'active'`.execute(trx);
  if (!found?.rule || found.learns) return [];
  // Nobody else counts places of these mentors until this one is given.
  await sql`select 1 from mentor_profile where organisation = ${organisation} and space = ${space} order by person for update`.execute(trx);
  const profiles = await readProfiles(trx, sql`m.organisation = ${organisation} and m.space = ${space}`);
  const mentor = chooseMentor(profiles.filter(({id}) => id !== actor), found, found.rule);
  if (!mentor) return [];
  const at = new Date(now);
  const id = newId(now);
  await sql`
    insert into mentorship (organisation, id, space, mentor, mentee, state, requested_at)
    values (${organisation}, ${id}, ${space}, ${mentor.id}, ${actor}, 'active', ${at})`.execute(trx);
  await noteEvent(trx, organisation, id, {state: 'active', at, actor: null, note: null});
  return [activityOf(organisation, {id, mentor: mentor.id, mentee: actor}, space, 'accepted-mentorship', null, at)];
}

/** The mentor with a place whom the rule puts first; `undefined` where there is none. */
export function chooseMentor(profiles: readonly ProfileRow[], newcomer: Newcomer, rule: readonly MentorCriterion[]): ProfileRow | undefined {
  const measures: Record<MentorCriterion, (profile: ProfileRow) => number> = {
    'fewest-mentees': ({mentees}) => mentees,
    'shared-skill': ({skills}) => -shared(newcomer.skills, skills).length,
    'shared-language': ({languages}) => -shared(newcomer.languages, languages).length,
  };
  const free = profiles.filter(({paused, mentees, capacity}) => !paused && mentees < capacity);
  return free.sort((a, b) => rule.map(criterion => measures[criterion](a) - measures[criterion](b)).find(difference => difference !== 0) ?? (a.id < b.id ? -1 : 1))[0];
}

const menteeKey = ({organisation, space, actor}: Pick<LogEntry, 'organisation' | 'space' | 'actor'>) => `${organisation} ${space} ${actor}`;

/** Those of the authors whose mentor was given to them and has not been told of a post yet. */
async function whoIsAwaited(trx: Trx, posts: readonly LogEntry[]): Promise<ReadonlySet<string>> {
  if (posts.length === 0) return new Set();
  const wanted = [...new Map(posts.map(({organisation, space, actor}) => [menteeKey({organisation, space, actor}), {organisation, space, actor}])).values()];
  const {rows} = await sql<{organisation: string; space: string; actor: string}>`
    select s.organisation, s.space, s.mentee as actor
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, space uuid, actor uuid)
    join mentorship s on s.organisation = w.organisation and s.space = w.space and s.mentee = w.actor
    where s.state = 'active' and s.goal is null and s.first_post is null`.execute(trx);
  return new Set(rows.map(menteeKey));
}

async function keepFirstPost(trx: Trx, {organisation, space, actor, post}: LogEntry): Promise<void> {
  if (space === null || actor === null || post === null) return;
  await sql`
    update mentorship s set first_post = ${post}, version = version + 1
    where s.organisation = ${organisation} and s.space = ${space} and s.mentee = ${actor} and s.state = 'active' and s.goal is null and s.first_post is null
      and not exists (
        select 1 from post o join thread t on t.organisation = o.organisation and t.id = o.thread
        where o.organisation = s.organisation and o.author = s.mentee and t.space = s.space
          and o.created_at < (select created_at from post where organisation = s.organisation and id = ${post}))`.execute(trx);
}
