import type {Space} from '@social-learning/protocol';
import type {Caller} from '../identity/caller.ts';
import {looksAfter} from '../posts/standing.ts';
import {mayRead} from '../spaces/policy.ts';
import type {ItemRow} from './rows.ts';

/** Whether a caller made an item or looks after its space, so that it is shown in every state but removed. */
export function seesItemInside(caller: Caller, space: Space, {author}: Pick<ItemRow, 'author'>): boolean {
  return author === caller.standing?.person.id || looksAfter(caller, space);
}

/** Whether a caller may see what an item holds now. */
export function isShownTo(caller: Caller, space: Space, item: Pick<ItemRow, 'author' | 'state'>): boolean {
  if (item.state === 'removed' || !mayRead(caller, space)) return false;
  return item.state === 'published' || seesItemInside(caller, space, item);
}
