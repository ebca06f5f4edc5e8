import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {createSessionInput, createSessionOutput, meSchema, readMeInput} from './session.schemas.ts';

/**
 * Who asks, and what holds for them: roles in the organisation, memberships with the roles held in a space, the default
 * `space`, and the limits that a composer says beforehand. `person` is `null` for a guest. `editWindow` and
 * `floodInterval` are in seconds; an `editWindow` of `null` never closes.
 */
export type Me = v.InferOutput<typeof meSchema>;

export type ReadMeInput = v.InferInput<typeof readMeInput>;
export type ReadMeOutput = Me;
export type CreateSessionInput = v.InferInput<typeof createSessionInput>;
export type CreateSessionOutput = v.InferOutput<typeof createSessionOutput>;

export const createSession = {
  ...route('session.create'),
  summary: 'Exchanges a host token (JWT, RFC 7519) for an access token of 15 minutes.',
  permission: null,
  problems: ['token-invalid', 'token-clock-skew'],
  activities: ['joined'],
} as const satisfies Endpoint;

export const readMe = {
  ...route('me.read'),
  summary: 'Who asks, and what holds for them.',
  permission: null,
  problems: [],
  activities: [],
} as const satisfies Endpoint;
