import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {readMineInput, readMineOutput} from './mine.schemas.ts';

/** A thread by its id or, before anybody else sees it, by its subject. */
export type ReadMineInput = v.InferInput<typeof readMineInput>;

/**
 * What is mine in a thread, to be laid over what everybody sees: my reactions; `posts` that only I and moderators see (a
 * moderator gets everybody's), with the `thread` where nobody else sees it yet; `notices` of decisions about my posts; and
 * the posts that I `reported` and nobody has decided on; and whether I am `following` the thread.
 */
export type ReadMineOutput = v.InferOutput<typeof readMineOutput>;

export const readMine = {
  ...route('mine.read'),
  summary: 'What is one’s own in a thread: reactions, posts that wait or were hidden, and decisions about them.',
  permission: 'thread.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
