import {
  isAllowed, permissions, type Action, type Condition, type Grant, type ProblemCode, type Role, type Space,
} from '@social-learning/protocol';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';

/** The roles that a caller holds in a space. */
export function rolesIn({standing}: Caller, space: Space): readonly Role[] {
  return standing ? [...standing.roles, ...(standing.memberships.get(space.id) ?? [])] : [];
}

/** What the permission table needs to know of a space: whether it opens itself to this caller. */
export function spaceFacts(caller: Caller, space: Space): Set<Condition> {
  const {standing} = caller;
  const facts = new Set<Condition>();
  const looksAfterAll = standing?.roles.some(role => ['admin', 'moderator', 'curator'].includes(role)) ?? false;
  const isMember = standing?.memberships.has(space.id) ?? false;
  const reads = space.readers === 'everybody' || (standing && (space.readers === 'signed-in' || isMember || looksAfterAll));
  if (reads) facts.add('readable');
  if (standing && (space.posters === 'signed-in' || (space.posters === 'members' && (isMember || looksAfterAll)))) facts.add('postable');
  return facts;
}

/** Whether a caller may read what a space holds. */
export function mayRead(caller: Caller, space: Space): boolean {
  return isAllowed('thread.read', rolesIn(caller, space), spaceFacts(caller, space));
}

/** The space of this name that the caller may read; the organisation's default one without a name. */
export function readableSpace(caller: Caller, slug: string | undefined): Space {
  const {spaces, defaultSpace} = caller.organisation;
  const space = spaces.find(candidate => (slug === undefined ? candidate.id === defaultSpace : candidate.slug === slug));
  if (!space || !mayRead(caller, space)) throw notFound();
  return space;
}

/** The space of this id, where the caller may read it. */
export function readableSpaceById(caller: Caller, id: string | undefined): Space {
  const space = caller.organisation.spaces.find(candidate => candidate.id === id);
  if (!space || !mayRead(caller, space)) throw notFound();
  return space;
}

const codeOfCondition: Partial<Record<Condition, ProblemCode>> = {open: 'locked', editable: 'edit-window-closed'};
const words: Partial<Record<ProblemCode, string>> = {
  'locked': 'This conversation is locked.',
  'edit-window-closed': 'The time in which this post could be edited is over.',
};

/**
 * Throws unless the permission table allows this.
 *
 * @param facts What is true of the thing, the space's facts included.
 */
export function demand(action: Action, caller: Caller, space: Space, facts: ReadonlySet<Condition>): void {
  const held = rolesIn(caller, space);
  if (isAllowed(action, held, facts)) return;
  if (!facts.has('readable')) throw notFound();
  if (!caller.standing) throw new Refusal('unauthenticated', 'Sign in to do this.');
  // A grant that fails by the state of the thing alone says why; all else is simply not allowed.
  const grants: readonly Grant[] = permissions[action];
  for (const {role, when} of grants) {
    if (!held.includes(role)) continue;
    const missing = when.filter(condition => !facts.has(condition));
    const code = missing.length === 1 ? codeOfCondition[missing[0]!] : undefined;
    if (code) throw new Refusal(code, words[code]!);
  }
  throw new Refusal('forbidden', 'You may not do this here.', {overreach: {action, space: space.id}});
}
