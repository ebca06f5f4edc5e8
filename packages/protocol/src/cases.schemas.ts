import * as v from 'valibot';
import {contentItemSchema} from './content-items.schemas.ts';
import {guidelinesSchema} from './guidelines.schemas.ts';
import {kudosSchema} from './kudos.schemas.ts';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {postSchema} from './posts.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {decisionsAbout} from './targets.ts';
import {targetSchema} from './targets.schemas.ts';
import {threadSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, idSchema, instantSchema, textSchema} from './text.schemas.ts';

export const actionSchema = v.picklist([...new Set(Object.values(decisionsAbout).flat())]);

export const decisionSchema = v.strictObject({
  action: actionSchema,
  reason: v.nullable(v.string()),
  rule: v.nullable(slugSchema),
  guidelines: v.nullable(countSchema),
  sentence: v.nullable(v.string()),
  by: v.nullable(personSchema),
  at: instantSchema,
});

/** What a case is about, as it is now, in the place where it stands. Each type of target has fields of its own. */
export const contentOfCaseSchema = v.strictObject({
  post: v.optional(postSchema),
  parent: v.optional(postSchema),
  thread: v.optional(threadSchema),
  kudos: v.optional(kudosSchema),
  item: v.optional(contentItemSchema),
  person: v.optional(personSchema),
});

export const caseSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  target: targetSchema,
  about: v.nullable(personSchema),
  state: v.picklist(['open', 'decided']),
  waiting: v.boolean(),
  reports: v.array(v.strictObject({
    id: idSchema,
    by: v.nullable(personSchema),
    rule: v.nullable(slugSchema),
    sentence: v.nullable(v.string()),
    note: v.string(),
    at: instantSchema,
  })),
  content: contentOfCaseSchema,
  decision: v.nullable(decisionSchema),
  openedAt: instantSchema,
  revision: countSchema,
  version: countSchema,
});

export const listCasesInput = v.strictObject({
  space: v.optional(slugSchema),
  state: v.optional(v.picklist(['open', 'decided'])),
  target: v.optional(idSchema),
  ...pageInput,
});
export const listCasesOutput = v.strictObject({
  space: spaceSchema,
  guidelines: v.nullable(guidelinesSchema),
  cases: pageSchema(caseSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const decideCaseInput = v.strictObject({
  space: v.optional(slugSchema),
  target: targetSchema,
  revision: countSchema,
  action: actionSchema,
  reason: v.optional(textSchema(limits.note)),
  rule: v.optional(slugSchema),
});
export const caseOutput = v.strictObject({case: caseSchema});

export const noticeSchema = v.strictObject({target: targetSchema, ...decisionSchema.entries});
export const listNoticesInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listNoticesOutput = pageSchema(noticeSchema);

export const auditEntrySchema = v.strictObject({
  id: idSchema,
  at: instantSchema,
  actor: v.nullable(personSchema),
  act: v.picklist(['approve', 'hide', 'restore', 'remove', 'dismiss', 'warn', 'publish', 'refused']),
  attempt: v.nullable(v.string()),
  target: v.nullable(targetSchema),
  about: v.nullable(personSchema),
  reason: v.nullable(v.string()),
  rule: v.nullable(slugSchema),
  guidelines: v.nullable(countSchema),
});
export const listAuditInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listAuditOutput = pageSchema(auditEntrySchema);
