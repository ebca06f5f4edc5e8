import * as v from 'valibot';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {slugSchema} from './spaces.schemas.ts';
import {targetSchema} from './targets.schemas.ts';
import {countSchema, idSchema, instantSchema, textSchema} from './text.schemas.ts';

export const reportSchema = v.strictObject({
  id: idSchema,
  target: targetSchema,
  rule: v.nullable(slugSchema),
  guidelines: v.nullable(countSchema),
  sentence: v.nullable(v.string()),
  note: v.string(),
  state: v.picklist(['open', 'upheld', 'dismissed']),
  createdAt: instantSchema,
  decidedAt: v.nullable(instantSchema),
});

export const createReportInput = v.strictObject({
  space: v.optional(slugSchema),
  target: targetSchema,
  rule: v.optional(slugSchema),
  note: textSchema(limits.note),
});
export const reportOutput = v.strictObject({report: reportSchema});

export const listReportsInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listReportsOutput = pageSchema(reportSchema);
