import * as v from 'valibot';
import {postPageSchema} from './posts.schemas.ts';
import {spaceSchema} from './spaces.schemas.ts';
import {cursorSchema} from './text.schemas.ts';
import {threadSchema} from './threads.schemas.ts';

export const readThreadOutput = v.strictObject({
  space: spaceSchema,
  thread: v.nullable(threadSchema),
  posts: postPageSchema,
  topic: v.string(),
  cursor: cursorSchema,
});
