import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {kudosRingSchema, listKudosRingsInput, listKudosRingsOutput} from './kudos-rings.schemas.ts';

/** Two people all of whose kudos went to each other, with how many each gave. It is a hint to look, and no proof of anything. */
export type KudosRing = v.InferOutput<typeof kudosRingSchema>;

export type ListKudosRingsInput = v.InferInput<typeof listKudosRingsInput>;

/** Of the last `days`, the most busy first. A pair to which the asker belongs is for others to see. */
export type ListKudosRingsOutput = v.InferOutput<typeof listKudosRingsOutput>;

export const listKudosRings = {
  ...route('kudos.rings'),
  summary: 'Pairs of people in a space who thanked each other several times, and nobody else: for its moderators to look at.',
  permission: 'kudos.review',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
