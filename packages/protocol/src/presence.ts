import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {presenceSchema, sayPresenceInput, sayPresenceOutput} from './presence.schemas.ts';

/** Who is at a conversation just now: how many read it, the asker among them, and the names of up to three others who are writing. */
export type Presence = v.InferOutput<typeof presenceSchema>;

/** `topic` is that of the thread. What is said holds for {@link presenceLasts} seconds, or until something else is said. */
export type SayPresenceInput = v.InferInput<typeof sayPresenceInput>;
export type SayPresenceOutput = v.InferOutput<typeof sayPresenceOutput>;

export const sayPresence = {
  ...route('presence.say'),
  summary: 'Says that one reads a conversation, writes in it, or is gone. Nothing is kept of it, and it is no act: it has no key.',
  permission: 'thread.follow',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
