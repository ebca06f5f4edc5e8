import {limits, type Me} from '@social-learning/protocol';
import {notFound} from '../http/refusal.ts';
import {mayRead} from '../spaces/policy.ts';
import type {Caller} from './caller.ts';

/** Who asks, and what holds for them. */
export function describeCaller(caller: Caller, now: number): Me {
  const {organisation: {id, name, timeZone, spaces, defaultSpace, editWindow, floodInterval}, standing} = caller;
  const chosen = spaces.find(space => space.id === defaultSpace);
  const space = chosen && mayRead(caller, chosen) ? chosen : spaces.find(candidate => mayRead(caller, candidate));
  if (!space) throw notFound();
  return {
    organisation: {id, name, timeZone},
    person: standing?.person ?? null,
    roles: standing ? [...standing.roles] : ['guest'],
    memberships: [...(standing?.memberships ?? [])].map(([membership, roles]) => ({space: membership, roles: [...roles]})),
    space,
    limits: {source: limits.source, title: limits.title, depth: limits.depth, editWindow, floodInterval},
    serverTime: new Date(now).toISOString(),
  };
}
