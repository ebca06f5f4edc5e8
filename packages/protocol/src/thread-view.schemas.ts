import * as v from 'valibot';
import {pageSchema} from './pages.schemas.ts';
import {postSchema} from './posts.schemas.ts';
import {spaceSchema} from './spaces.schemas.ts';
import {cursorSchema} from './text.schemas.ts';
import {threadSchema} from './threads.schemas.ts';

export const readThreadOutput = v.strictObject({
  space: spaceSchema,
  thread: v.nullable(threadSchema),
  posts: pageSchema(postSchema),
  topic: v.string(),
  cursor: cursorSchema,
});
