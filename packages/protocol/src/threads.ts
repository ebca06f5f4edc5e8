import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {readThreadOutput} from './thread-view.schemas.ts';
import type {
  followThreadInput, followThreadOutput, listThreadsInput, listThreadsOutput, lockThreadInput, postOrderSchema, readThreadInput, searchThreadsInput,
  searchThreadsOutput, subjectInput,
  threadKindSchema, threadOutput, threadSchema,
} from './threads.schemas.ts';

/** In which order the posts without parent stand; see {@link ListPostsInput}. */
export type PostOrder = v.InferOutput<typeof postOrderSchema>;

export type ThreadKind = v.InferOutput<typeof threadKindSchema>;

/** What a host page talks about. `key` is any stable text; elements default it to the page's canonical URL. */
export type SubjectInput = v.InferInput<typeof subjectInput>;

/**
 * The conversation on a subject. Of a question, `question` is the post that asks; the other roots are its answers.
 * `posts` counts the visible ones, `pinned` those of them that are pinned. Of two copies, the one with the higher `version` is the truth.
 */
export type Thread = v.InferOutput<typeof threadSchema>;

/** What to read: the thread of a subject, and the page of its posts from the `start`, the `end`, `around` a post, or in an `order`. */
export type ReadThreadInput = Omit<v.InferInput<typeof readThreadInput>, 'limit'> & {readonly limit?: number};

/**
 * A thread and a page of its posts. `thread` is `null` before the first post. `topic` is what to subscribe to, and
 * `cursor` the position in the feed that this answer reflects: a feed from there misses nothing.
 */
export type ReadThreadOutput = v.InferOutput<typeof readThreadOutput>;

export type ListThreadsInput = Omit<v.InferInput<typeof listThreadsInput>, 'limit'> & {readonly limit?: number};
export type ListThreadsOutput = v.InferOutput<typeof listThreadsOutput>;
/** Words to look for in titles, such as those of a question that somebody is about to ask; of `limit` threads, 5 by default. */
export type SearchThreadsInput = Omit<v.InferInput<typeof searchThreadsInput>, 'limit'> & {readonly limit?: number};
export type SearchThreadsOutput = v.InferOutput<typeof searchThreadsOutput>;
export type FollowThreadInput = v.InferInput<typeof followThreadInput>;
export type FollowThreadOutput = v.InferOutput<typeof followThreadOutput>;
export type LockThreadInput = v.InferInput<typeof lockThreadInput>;
export type ThreadOutput = v.InferOutput<typeof threadOutput>;

export const readThread = {
  ...route('threads.read'),
  summary: 'The thread of a subject with a page of its posts.',
  permission: 'thread.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const listThreads = {
  ...route('threads.list'),
  summary: 'The threads of a space, the last active first.',
  permission: 'thread.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const searchThreads = {
  ...route('threads.search'),
  summary: 'The threads of a space whose titles have the most of some words, the closest first.',
  permission: 'thread.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const lockThread = {
  ...route('threads.lock'),
  summary: 'Locks a thread, or opens it again.',
  permission: 'thread.lock',
  problems: ['not-found'],
  activities: ['locked', 'undid'],
} as const satisfies Endpoint;

export const followThread = {
  ...route('threads.follow'),
  summary: 'Follows a thread, so that one is told of what is new in it, or follows it no longer.',
  permission: 'thread.follow',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
