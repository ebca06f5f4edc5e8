import * as v from 'valibot';
import {boardPeriods, boardViews} from './boards.ts';
import {limits} from './limits.ts';
import {pageInput} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema} from './text.schemas.ts';

const dateSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'Must be a date (ISO 8601).'));
const rankSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const movementSchema = v.nullable(v.pipe(v.number(), v.integer()));

export const boardRowSchema = v.strictObject({rank: rankSchema, person: personSchema, points: countSchema, movement: movementSchema});
export const teamRowSchema = v.strictObject({
  rank: rankSchema,
  team: filledTextSchema(limits.name),
  mean: v.pipe(v.number(), v.minValue(0)),
  people: countSchema,
  movement: movementSchema,
});

export const readLeaderboardInput = v.strictObject({
  space: v.optional(slugSchema),
  view: v.optional(v.picklist(boardViews)),
  period: v.optional(v.picklist(boardPeriods)),
  ...pageInput,
});
export const readLeaderboardOutput = v.strictObject({
  space: spaceSchema,
  view: v.picklist(boardViews),
  period: v.strictObject({kind: v.picklist(boardPeriods), starts: v.nullable(dateSchema), ends: v.nullable(dateSchema), timeZone: v.string()}),
  rows: v.array(boardRowSchema),
  teams: v.array(teamRowSchema),
  me: v.nullable(v.strictObject({
    ranked: v.boolean(),
    points: v.pipe(v.number(), v.integer()),
    rank: v.nullable(rankSchema),
    movement: movementSchema,
    team: v.nullable(filledTextSchema(limits.name)),
  })),
  total: countSchema,
  after: v.nullable(cursorSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const chooseLeaderboardInput = v.strictObject({ranked: v.boolean()});
export const chooseLeaderboardOutput = v.strictObject({ranked: v.boolean()});
