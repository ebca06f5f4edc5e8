import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {listSpacesInput, listSpacesOutput, moderationModeSchema, reactionKindSchema, spaceSchema} from './spaces.schemas.ts';

/**
 * A community, cohort or course. `readers` and `posters` say to whom it opens itself, and `moderation` whose posts wait for
 * a moderator: nobody's (the default), those of newcomers, or everybody's.
 */
export type Space = v.InferOutput<typeof spaceSchema>;

export type ModerationMode = v.InferOutput<typeof moderationModeSchema>;

/** What a reaction says. A space chooses among them; *thanks* comes first. */
export type ReactionKind = v.InferOutput<typeof reactionKindSchema>;
export const reactionKinds = ['thanks', 'insightful', 'me-too', 'celebrate'] as const satisfies readonly ReactionKind[];

export type ListSpacesInput = v.InferInput<typeof listSpacesInput>;
export type ListSpacesOutput = v.InferOutput<typeof listSpacesOutput>;

export const listSpaces = {
  ...route('spaces.list'),
  summary: 'The spaces that one may read, by name.',
  permission: null,
  problems: [],
  activities: [],
} as const satisfies Endpoint;
