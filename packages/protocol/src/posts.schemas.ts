import * as v from 'valibot';
import {contentSchema} from './content.schemas.ts';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {reactionKindSchema, slugSchema} from './spaces.schemas.ts';
import {postOrderSchema, subjectInput, threadKindSchema, threadSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema, idSchema, instantSchema, queryCountSchema} from './text.schemas.ts';

export const postSchema = v.strictObject({
  id: idSchema,
  thread: idSchema,
  parent: v.nullable(idSchema),
  position: v.pipe(v.string(), v.maxLength(2_000)),
  depth: countSchema,
  author: v.nullable(personSchema),
  state: v.picklist(['visible', 'pending', 'hidden', 'removed']),
  content: v.nullable(contentSchema),
  createdAt: instantSchema,
  editedAt: v.nullable(instantSchema),
  revision: countSchema,
  version: countSchema,
  replies: countSchema,
  accepted: v.boolean(),
  reactions: v.partial(v.strictObject({
    'thanks': countSchema, 'insightful': countSchema, 'me-too': countSchema, 'celebrate': countSchema,
  })),
  form: v.optional(v.picklist(['how-to', 'tried'])),
  tried: v.optional(countSchema),
  pinned: v.optional(v.literal(true)),
});

/** A page of posts. `rest` names the roots whose replies are not all in it, with how many are left, when the latest of them came, and the cursor of the next. */
export const postPageSchema = v.strictObject({
  ...pageSchema(postSchema).entries,
  rest: v.optional(v.array(v.strictObject({post: idSchema, replies: countSchema, latest: instantSchema, after: cursorSchema}))),
});

export const createPostInput = v.strictObject({
  space: v.optional(slugSchema),
  subject: subjectInput,
  kind: v.optional(threadKindSchema),
  title: v.optional(filledTextSchema(limits.title)),
  parent: v.optional(idSchema),
  form: v.optional(v.picklist(['how-to', 'tried'])),
  source: filledTextSchema(limits.source),
});
export const createPostOutput = v.strictObject({
  status: v.picklist(['published', 'pending']),
  post: postSchema,
  thread: threadSchema,
});

export const editPostInput = v.strictObject({
  post: idSchema,
  revision: countSchema,
  source: filledTextSchema(limits.source),
  reason: v.optional(filledTextSchema(limits.editReason)),
});
export const postOutput = v.strictObject({post: postSchema});

export const removePostInput = v.strictObject({post: idSchema});

export const reactInput = v.strictObject({post: idSchema, kind: reactionKindSchema, on: v.boolean()});

export const acceptAnswerInput = v.strictObject({post: idSchema, on: v.boolean()});
export const acceptAnswerOutput = v.strictObject({post: postSchema, thread: threadSchema});

export const pinPostInput = v.strictObject({post: idSchema, on: v.boolean()});
export const pinPostOutput = v.strictObject({post: postSchema, thread: threadSchema});

export const listPostsInput = v.strictObject({
  thread: idSchema,
  from: v.optional(v.picklist(['start', 'end'])),
  around: v.optional(idSchema),
  order: v.optional(postOrderSchema),
  only: v.optional(v.picklist(['pinned'])),
  ...pageInput,
});
export const listPostsOutput = postPageSchema;

export const searchPostsInput = v.strictObject({thread: idSchema, text: filledTextSchema(limits.title), limit: v.optional(queryCountSchema)});
export const searchPostsOutput = v.strictObject({items: v.array(postSchema)});

export const readSourceInput = v.strictObject({post: idSchema});
export const readSourceOutput = v.strictObject({post: idSchema, revision: countSchema, source: v.string()});

export const listRevisionsInput = v.strictObject({post: idSchema});
export const listRevisionsOutput = v.strictObject({
  post: idSchema,
  revisions: v.array(v.strictObject({revision: countSchema, source: v.string(), reason: v.nullable(v.string()), at: instantSchema})),
});
