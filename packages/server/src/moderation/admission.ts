import {isAllowed, type Action, type Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {rolesIn, spaceFacts} from '../spaces/policy.ts';
import type {Database} from '../store/tables.ts';

/** Somebody who means to post in a space. */
export interface Entrant {
  readonly caller: Caller;
  readonly space: Space;
}

/** Whose posts never wait: those who decide about them, and in a space that looks at newcomers only, its mentors and curators. */
function isTrusted({caller, space}: Entrant): boolean {
  const decides: Action = 'case.read';
  const held = rolesIn(caller, space);
  return isAllowed(decides, held, spaceFacts(caller, space)) ||
    (space.moderation === 'newcomers-first' && held.some(role => role === 'mentor' || role === 'curator'));
}

/** Whether what somebody says in a space now has to wait for a moderator. */
export async function mustWait(db: Database, caller: Caller, space: Space): Promise<boolean> {
  return (await whoWaits(db, [{caller, space}])).size > 0;
}

/** Those of the entrants whose posts have to wait for a moderator. */
export async function whoWaits<Each extends Entrant>(db: Database, entrants: readonly Each[]): Promise<ReadonlySet<Each>> {
  const judged = entrants.filter(entrant => (entrant.space.moderation ?? 'after') !== 'after' && !isTrusted(entrant));
  const newcomers = judged.filter(({space}) => space.moderation === 'newcomers-first');
  if (newcomers.length === 0) return new Set(judged);
  const wanted = newcomers.map(({caller, space}, place) => ({
    place, organisation: caller.organisation.id, person: signedIn(caller).person.id, space: space.id,
    posts: caller.organisation.admissions.get(space.id)?.newcomerPosts ?? 0,
  }));
  const {rows} = await sql<{place: number}>`
    select w.place
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(place integer, organisation uuid, person uuid, space uuid, posts integer)
    where w.posts <= (
      select count(*) from (
        select 1 from post p join thread t on t.organisation = p.organisation and t.id = p.thread
        where p.organisation = w.organisation and p.author = w.person and t.space = w.space and p.state = 'visible'
        limit w.posts) approved)`.execute(db);
  const known = new Set(rows.map(({place}) => newcomers[place]));
  return new Set(judged.filter(entrant => !known.has(entrant)));
}

/** Those of the entrants who have not agreed to the guidelines in force where a space demands it, with the version. */
export async function whoHasNotAgreed<Each extends Entrant>(db: Database, entrants: readonly Each[]): Promise<ReadonlyMap<Each, number>> {
  const guided = entrants.filter(({caller, space}) => caller.organisation.admissions.get(space.id)?.guided);
  if (guided.length === 0) return new Map();
  const wanted = guided.map(({caller, space}, place) =>
    ({place, organisation: caller.organisation.id, person: signedIn(caller).person.id, space: space.id}));
  const {rows} = await sql<{place: number; version: number}>`
    select w.place, g.version
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(place integer, organisation uuid, person uuid, space uuid)
    join guidelines g on g.organisation = w.organisation and g.space = w.space
    where g.required
      and not exists (
        select 1 from guidelines n where n.organisation = g.organisation and n.space = g.space and n.version > g.version)
      and not exists (
        select 1 from agreement a
        where a.organisation = g.organisation and a.space = g.space and a.person = w.person and a.version = g.version)`.execute(db);
  return new Map(rows.map(({place, version}) => [guided[place]!, version]));
}

export const notAgreed = (version: number) =>
  new Refusal('guidelines-not-accepted', 'Agree to the guidelines of this space first. What you wrote is not lost.', {version});
