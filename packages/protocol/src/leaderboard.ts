import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  boardRowSchema, chooseLeaderboardInput, chooseLeaderboardOutput, readLeaderboardInput, readLeaderboardOutput, teamRowSchema,
} from './leaderboard.schemas.ts';

/**
 * A person's place. Who has as many points shares the rank, and the next one is as many further on (1, 2, 2, 4). `movement` is how
 * many places up since the period before, negative for down; `null` for who was not on that board.
 */
export type BoardRow = v.InferOutput<typeof boardRowSchema>;

/** A team's place: by the mean of its people's points, so that size does not win. Teams of fewer than three are not shown. */
export type TeamRow = v.InferOutput<typeof teamRowSchema>;

/** `near` by default, and the `month`. A `limit` is how many rows; `near` takes no cursor. */
export type ReadLeaderboardInput = Omit<v.InferInput<typeof readLeaderboardInput>, 'limit'> & {readonly limit?: number};

/**
 * A board as one person sees it. Only who is ranked, active and a reader of the space is on it, in every view and number; `total`
 * is how many that are. `starts` and `ends` (excluded) are dates. `me.rank` is `null` for one who has left the board or has no
 * points in the period. `after` is the cursor of the next page of `top`. A feed of `topic` says that it changed.
 */
export type ReadLeaderboardOutput = v.InferOutput<typeof readLeaderboardOutput>;

export type ChooseLeaderboardInput = v.InferInput<typeof chooseLeaderboardInput>;
export type ChooseLeaderboardOutput = v.InferOutput<typeof chooseLeaderboardOutput>;

export const readLeaderboard = {
  ...route('leaderboard.read'),
  summary: 'The people near oneself, the top, or the teams of a space by points, in a calendar period.',
  permission: 'leaderboard.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const chooseLeaderboard = {
  ...route('leaderboard.choose'),
  summary: 'Leaves all leaderboards, or comes back. No points are lost by it.',
  permission: 'leaderboard.choose',
  problems: [],
  activities: ['edited'],
} as const satisfies Endpoint;
