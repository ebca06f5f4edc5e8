import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  acceptAnswerInput, acceptAnswerOutput, createPostInput, createPostOutput, editPostInput, listPostsInput, listPostsOutput, listRevisionsInput,
  listRevisionsOutput, pinPostInput, pinPostOutput, postOutput, postSchema, reactInput, readSourceInput, readSourceOutput, removePostInput, searchPostsInput, searchPostsOutput,
} from './posts.schemas.ts';

/**
 * One contribution, in a tree, as everybody who may see it sees it.
 *
 * `position` puts the posts of a thread in the order of reading (depth first, siblings in the order in which the server
 * took them) when compared as strings, by code unit. `version` grows with every change of the post: of two copies, the
 * one with the higher version is the truth. `revision` counts edits. `content` is `null` for a post that was removed,
 * which keeps its place while it has replies, and for one that a moderator hid. Its author and the moderators of the space
 * see more: what is `pending`, which nobody else is told of, and what is `hidden`.
 *
 * A `how-to` shows in steps how its author did something, and counts who has `tried` it: replies of the form `tried`. A post
 * that is `pinned` is shown above the others, too.
 */
export type Post = v.InferOutput<typeof postSchema>;

export type CreatePostInput = v.InferInput<typeof createPostInput>;
export type CreatePostOutput = v.InferOutput<typeof createPostOutput>;
export type EditPostInput = v.InferInput<typeof editPostInput>;
export type PostOutput = v.InferOutput<typeof postOutput>;
export type RemovePostInput = v.InferInput<typeof removePostInput>;
export type ReactInput = v.InferInput<typeof reactInput>;
export type AcceptAnswerInput = v.InferInput<typeof acceptAnswerInput>;
export type AcceptAnswerOutput = v.InferOutput<typeof acceptAnswerOutput>;
export type PinPostInput = v.InferInput<typeof pinPostInput>;
export type PinPostOutput = v.InferOutput<typeof pinPostOutput>;
/**
 * What to read of a thread: from the `start` (the default) or the `end`, `around` a post, in an `order`, only what is `pinned`,
 * or the page of a `cursor`. Of these, a cursor comes before `only`, that before a post to be shown around, that before an order, and that before an end.
 *
 * In an order the posts without parent stand by it, each with its first replies in the order of reading; `rest` has the cursors of further
 * replies. `oldest` is the order of reading, `newest` its opposite, `helpful` has what was accepted or has the most reactions of
 * `thanks` and `insightful` first, and `unanswered` what nobody has replied to. The question comes first in each.
 */
export type ListPostsInput = Omit<v.InferInput<typeof listPostsInput>, 'limit'> & {readonly limit?: number};
export type ListPostsOutput = v.InferOutput<typeof listPostsOutput>;
/** Words that all stand in the posts that are looked for; of `limit` posts, 20 by default. */
export type SearchPostsInput = Omit<v.InferInput<typeof searchPostsInput>, 'limit'> & {readonly limit?: number};
export type SearchPostsOutput = v.InferOutput<typeof searchPostsOutput>;
export type ReadSourceInput = v.InferInput<typeof readSourceInput>;
export type ReadSourceOutput = v.InferOutput<typeof readSourceOutput>;
export type ListRevisionsInput = v.InferInput<typeof listRevisionsInput>;
/** What a post says and said before, the latest first, with the reason that its author gave for it. */
export type ListRevisionsOutput = v.InferOutput<typeof listRevisionsOutput>;

export const createPost = {
  ...route('posts.create'),
  summary: 'Posts, replies, answers or asks; the first post on a subject makes its thread.',
  permission: 'post.create',
  problems: ['not-found', 'locked', 'guidelines-not-accepted', 'too-deep', 'gone', 'rate-limited'],
  activities: ['asked', 'posted', 'replied', 'submitted'],
} as const satisfies Endpoint;

export const editPost = {
  ...route('posts.edit'),
  summary: 'Replaces the source of one’s own post, based on a named revision.',
  permission: 'post.edit',
  problems: ['not-found', 'locked', 'gone', 'revision-conflict', 'edit-window-closed'],
  activities: ['edited'],
} as const satisfies Endpoint;

export const removePost = {
  ...route('posts.remove'),
  summary: 'Removes a post; its place stays while it has replies.',
  permission: 'post.remove',
  problems: ['not-found', 'locked', 'gone'],
  activities: ['removed'],
} as const satisfies Endpoint;

export const react = {
  ...route('posts.react'),
  summary: 'Sets one’s own reaction of a kind on or off. Done twice, it stays as it is.',
  permission: 'post.react',
  problems: ['not-found', 'locked', 'gone'],
  activities: ['reacted', 'undid'],
} as const satisfies Endpoint;

export const acceptAnswer = {
  ...route('posts.accept'),
  summary: 'Marks an answer as one that helped, or takes the mark back. Several answers may be accepted.',
  permission: 'post.accept',
  problems: ['not-found', 'locked', 'gone'],
  activities: ['accepted', 'undid'],
} as const satisfies Endpoint;

export const pinPost = {
  ...route('posts.pin'),
  summary: 'Pins a post, so that it is shown above the others, too, or pins it no longer.',
  permission: 'post.pin',
  problems: ['not-found', 'gone'],
  activities: ['pinned', 'undid'],
} as const satisfies Endpoint;

export const listPosts = {
  ...route('posts.list'),
  summary: 'A page of a thread in the order of reading, from either end or around a post, or in another order.',
  permission: 'thread.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const searchPosts = {
  ...route('posts.search'),
  summary: 'The posts of a thread that have all of some words, in the order of reading.',
  permission: 'thread.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const readSource = {
  ...route('sources.read'),
  summary: 'The Markdown source of a post, for those who may edit it.',
  permission: 'post.edit',
  problems: ['not-found', 'gone'],
  activities: [],
} as const satisfies Endpoint;

export const listRevisions = {
  ...route('revisions.list'),
  summary: 'What a post says and what it said before, as its author typed it. Of what was removed or hidden nothing is there.',
  permission: 'thread.read',
  problems: ['not-found', 'gone'],
  activities: [],
} as const satisfies Endpoint;
