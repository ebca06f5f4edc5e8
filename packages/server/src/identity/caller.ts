import {roles as allRoles, type Person, type Role} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Organisation} from '../organisations/organisation.ts';
import {Refusal} from '../http/refusal.ts';
import {ExpiringCache} from '../internal/expiring-cache.ts';
import type {Store} from '../store/store.ts';

/** A person with the roles that the database knows now; a token is never asked for them. */
export interface Standing {
  readonly person: Person;
  readonly state: string;
  /** Roles in the organisation; `learner` is always among them. */
  readonly roles: readonly Role[];
  /** Roles in spaces, by the space's id. */
  readonly memberships: ReadonlyMap<string, readonly Role[]>;
}

/** Who asks: a person of an organisation, or a guest of it. */
export interface Caller {
  readonly organisation: Organisation;
  readonly standing: Standing | undefined;
}

/** Milliseconds for which roles are taken as read. */
const lifetime = 2_000;

/** Reads what people are. Every answer is at most two seconds old. */
export interface Standings {
  of(organisation: string, person: string): Promise<Standing | undefined>;
  forget(organisation: string, person: string): void;
}

export function createStandings({db}: Store, now: () => number): Standings {
  const cache = new ExpiringCache<Standing | undefined>(lifetime, now, async key => {
    const [organisation, person] = key.split(' ');
    const {rows: [row]} = await sql<Person & {state: string; held: {space: string | null; role: string}[] | null}>`
      select p.id, p.name, p.picture, p.state,
        (select json_agg(json_build_object('space', r.space, 'role', r.role)) from role r
         where r.organisation = p.organisation and r.person = p.id) as held
      from person p where p.organisation = ${organisation} and p.id = ${person}`.execute(db);
    return row && toStanding(row, row.held ?? []);
  });
  return {
    of: (organisation, person) => cache.get(`${organisation} ${person}`),
    forget: (organisation, person) => cache.delete(`${organisation} ${person}`),
  };
}

function toStanding({id, name, picture, state}: Person & {state: string}, held: {space: string | null; role: string}[]): Standing {
  const inOrganisation = new Set<Role>(['learner']);
  const memberships = new Map<string, Role[]>();
  for (const {space, role} of held) {
    if (!isRole(role)) continue;
    if (space === null) inOrganisation.add(role);
    else memberships.set(space, [...(memberships.get(space) ?? []), role]);
  }
  return {person: {id, name, picture}, state, roles: [...inOrganisation], memberships};
}

export function isRole(name: string): name is Role {
  return (allRoles as readonly string[]).includes(name);
}

/** The person who asks. Throws where a guest does. */
export function signedIn({standing}: Caller): Standing {
  if (!standing) throw new Refusal('unauthenticated', 'Sign in to do this.');
  return standing;
}
