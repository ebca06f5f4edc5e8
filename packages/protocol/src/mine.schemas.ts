import * as v from 'valibot';
import {noticeSchema} from './cases.schemas.ts';
import {limits} from './limits.ts';
import {postSchema} from './posts.schemas.ts';
import {reactionKindSchema, slugSchema} from './spaces.schemas.ts';
import {filledTextSchema, idSchema} from './text.schemas.ts';
import {threadSchema} from './threads.schemas.ts';

export const readMineInput = v.strictObject({
  thread: v.optional(idSchema),
  subject: v.optional(filledTextSchema(limits.subjectKey)),
  space: v.optional(slugSchema),
});
export const readMineOutput = v.strictObject({
  reactions: v.array(v.strictObject({post: idSchema, kind: reactionKindSchema})),
  thread: v.optional(threadSchema),
  posts: v.optional(v.array(postSchema)),
  notices: v.optional(v.array(noticeSchema)),
  reported: v.optional(v.array(idSchema)),
  following: v.optional(v.boolean()),
});
