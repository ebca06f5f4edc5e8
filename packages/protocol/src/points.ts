import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  listPointsInput, listPointsOutput, pointsEntrySchema, pointsRuleSchema, readPointsRulesInput, readPointsRulesOutput, setPointsRuleInput,
  setPointsRuleOutput,
} from './points.schemas.ts';

/**
 * What an activity is worth in a space: `points` each time, and at most `capPerDay` on a calendar day of the organisation's time
 * zone. It holds for what happens from `effectiveAt` on; what was earned before stays as it was.
 */
export type PointsRule = v.InferOutput<typeof pointsRuleSchema>;

/**
 * One line of the ledger, which is only ever added to. `points` is negative where points went back with the thing that earned
 * them; `cause` is the verb of the activity that did it, and `about` the thing.
 */
export type PointsEntry = v.InferOutput<typeof pointsEntrySchema>;

export type ListPointsInput = Omit<v.InferInput<typeof listPointsInput>, 'limit'> & {readonly limit?: number};
/** One's own points in a space, and why: the latest first. */
export type ListPointsOutput = v.InferOutput<typeof listPointsOutput>;
export type ReadPointsRulesInput = v.InferInput<typeof readPointsRulesInput>;
/** The rules in force, and those that will be within seconds. What is worth nothing is not among them. */
export type ReadPointsRulesOutput = v.InferOutput<typeof readPointsRulesOutput>;
/** 0 points switch an activity off. */
export type SetPointsRuleInput = v.InferInput<typeof setPointsRuleInput>;
export type SetPointsRuleOutput = v.InferOutput<typeof setPointsRuleOutput>;

export const listPoints = {
  ...route('points.list'),
  summary: 'One’s own points in a space and what each was for, the latest first.',
  permission: 'points.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readPointsRules = {
  ...route('points.rules'),
  summary: 'What earns points in a space.',
  permission: 'leaderboard.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const setPointsRule = {
  ...route('points.rule'),
  summary: 'Says what an activity is worth from now on.',
  permission: 'points.rule',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
