import * as v from 'valibot';
import {earningActivities} from './earning.ts';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {idSchema, instantSchema} from './text.schemas.ts';

const whole = (most: number) => v.pipe(
  v.number('Must be a whole number.'),
  v.integer('Must be a whole number.'),
  v.minValue(0, 'Must not be less than 0.'),
  v.maxValue(most, `Must be at most ${most}.`),
);

export const earningActivitySchema = v.picklist(earningActivities);

export const pointsRuleSchema = v.strictObject({
  activity: earningActivitySchema,
  points: whole(limits.points),
  capPerDay: whole(limits.pointsPerDay),
  effectiveAt: instantSchema,
});

export const pointsEntrySchema = v.strictObject({
  activity: earningActivitySchema,
  cause: v.string(),
  points: v.pipe(v.number(), v.integer()),
  about: v.nullable(v.strictObject({type: v.string(), id: idSchema})),
  at: instantSchema,
});

export const listPointsInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listPointsOutput = v.strictObject({space: spaceSchema, points: v.pipe(v.number(), v.integer()), entries: pageSchema(pointsEntrySchema)});

export const readPointsRulesInput = v.strictObject({space: v.optional(slugSchema)});
export const readPointsRulesOutput = v.strictObject({space: spaceSchema, rules: v.array(pointsRuleSchema)});

export const setPointsRuleInput = v.pipe(
  v.strictObject({
    space: v.optional(slugSchema),
    activity: earningActivitySchema,
    points: whole(limits.points),
    capPerDay: whole(limits.pointsPerDay),
  }),
  v.forward(
    v.partialCheck([['points'], ['capPerDay']], ({points, capPerDay}) => capPerDay >= points, 'Must be at least what the activity is worth once.'),
    ['capPerDay'],
  ),
);
export const setPointsRuleOutput = v.strictObject({rule: pointsRuleSchema});
