import * as v from 'valibot';
import {limits} from './limits.ts';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema, idSchema, instantSchema, queryCountSchema} from './text.schemas.ts';

export const ruleSchema = v.strictObject({
  id: slugSchema,
  sentence: filledTextSchema(limits.ruleSentence),
  do: v.nullable(filledTextSchema(limits.ruleExample)),
  dont: v.nullable(filledTextSchema(limits.ruleExample)),
});

/** Rules in their order, each with an id of its own. */
export const rulesSchema = v.pipe(
  v.array(ruleSchema),
  v.minLength(1, 'Must hold at least one rule.'),
  v.maxLength(limits.rules, `Must hold at most ${limits.rules} rules.`),
  v.check(rules => new Set(rules.map(({id}) => id)).size === rules.length, 'Must not name two rules by the same id.'),
);

export const guidelinesSchema = v.strictObject({
  space: idSchema,
  version: countSchema,
  required: v.boolean(),
  rules: v.array(ruleSchema),
  publishedBy: v.nullable(personSchema),
  publishedAt: instantSchema,
});

export const readGuidelinesInput = v.strictObject({space: v.optional(slugSchema), version: v.optional(queryCountSchema)});
export const readGuidelinesOutput = v.strictObject({
  space: spaceSchema,
  guidelines: v.nullable(guidelinesSchema),
  accepted: v.nullable(countSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const publishGuidelinesInput = v.strictObject({
  space: v.optional(slugSchema),
  revision: countSchema,
  required: v.boolean(),
  rules: rulesSchema,
});
export const guidelinesOutput = v.strictObject({guidelines: guidelinesSchema});

export const acceptGuidelinesInput = v.strictObject({space: v.optional(slugSchema), version: countSchema});
export const acceptGuidelinesOutput = v.strictObject({space: idSchema, accepted: countSchema});
