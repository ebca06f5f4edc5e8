import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {joinSpaceInput, joinSpaceOutput} from './memberships.schemas.ts';

/** The `languages` (BCP 47) and `skills` of who joins help the space to find a mentor for them. */
export type JoinSpaceInput = v.InferInput<typeof joinSpaceInput>;
export type JoinSpaceOutput = v.InferOutput<typeof joinSpaceOutput>;

export const joinSpace = {
  ...route('spaces.join'),
  summary: 'Makes one a member of a space that one may read. Done twice, it stays as it is.',
  permission: 'space.join',
  problems: ['not-found'],
  activities: ['joined'],
} as const satisfies Endpoint;
