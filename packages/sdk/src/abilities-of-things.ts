import {isAllowed, type Action, type Condition} from '@social-learning/protocol';
import type {Circumstances} from './abilities.ts';

/** Whether somebody may do something with a thing that is in no thread. @param author Whose it is; `null` where that is not known. */
export function mayOf(action: Action, {me, space, author}: Pick<Circumstances, 'me' | 'space'> & {readonly author: string | null}): boolean {
  const membership = me.memberships.find(candidate => candidate.space === space.id);
  const facts = new Set<Condition>(['readable']);
  if (space.posters === 'signed-in' || (space.posters === 'members' && membership)) facts.add('postable');
  if (author !== null && me.person) facts.add(author === me.person.id ? 'own' : 'others');
  return isAllowed(action, [...me.roles, ...(membership?.roles ?? [])], facts);
}
