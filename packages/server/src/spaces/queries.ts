import type {Output} from '@social-learning/protocol';
import type {Caller} from '../identity/caller.ts';
import {mayRead} from './policy.ts';

/** The spaces that the caller may read, by name. */
export function listSpaces(caller: Caller): Output<'spaces.list'> {
  return {items: caller.organisation.spaces.filter(space => mayRead(caller, space))};
}
