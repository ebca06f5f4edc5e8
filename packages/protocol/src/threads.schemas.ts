import * as v from 'valibot';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {slugSchema} from './spaces.schemas.ts';
import {countSchema, filledTextSchema, idSchema, instantSchema, queryCountSchema, urlSchema} from './text.schemas.ts';

export const threadKindSchema = v.picklist(['discussion', 'question']);

export const postOrderSchema = v.picklist(['oldest', 'newest', 'helpful', 'unanswered']);

export const subjectInput = v.strictObject({
  key: filledTextSchema(limits.subjectKey),
  title: v.optional(filledTextSchema(limits.title)),
  url: v.optional(urlSchema),
});

export const subjectSchema = v.strictObject({
  key: filledTextSchema(limits.subjectKey),
  title: v.nullable(filledTextSchema(limits.title)),
  url: v.nullable(urlSchema),
});

export const threadSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  subject: subjectSchema,
  kind: threadKindSchema,
  title: v.nullable(filledTextSchema(limits.title)),
  question: v.nullable(idSchema),
  state: v.picklist(['open', 'locked']),
  answered: v.boolean(),
  posts: countSchema,
  pinned: v.optional(countSchema),
  createdAt: instantSchema,
  lastActivityAt: instantSchema,
  version: countSchema,
});

export const readThreadInput = v.strictObject({
  space: v.optional(slugSchema),
  subject: filledTextSchema(limits.subjectKey),
  from: v.optional(v.picklist(['start', 'end'])),
  around: v.optional(idSchema),
  order: v.optional(postOrderSchema),
  limit: v.optional(queryCountSchema),
});

export const listThreadsInput = v.strictObject({
  space: v.optional(slugSchema),
  kind: v.optional(threadKindSchema),
  ...pageInput,
});
export const listThreadsOutput = pageSchema(threadSchema);

export const searchThreadsInput = v.strictObject({
  space: v.optional(slugSchema),
  kind: v.optional(threadKindSchema),
  text: filledTextSchema(limits.title),
  limit: v.optional(queryCountSchema),
});
export const searchThreadsOutput = v.strictObject({items: v.array(threadSchema)});

export const followThreadInput = v.strictObject({thread: idSchema, on: v.boolean()});
export const followThreadOutput = v.strictObject({following: v.boolean()});

export const lockThreadInput = v.strictObject({thread: idSchema, on: v.boolean()});
export const threadOutput = v.strictObject({thread: threadSchema});
