import type * as v from 'valibot';
import type {
  archiveContentInput, contentItemOutput, contentItemSchema, createContentInput, editContentInput, listContentInput, listContentOutput,
  listOwnContentInput, listOwnContentOutput, publishContentInput, readContentInput, readContentOutput, readContentTermsInput,
  readContentTermsOutput, removeContentInput,
} from './content-items.schemas.ts';
import {route, type Endpoint} from './endpoint.ts';

/**
 * Something that a person made to share. `title`, `description` and `alt` (what a picture shows) are plain text; `captions` are
 * the languages that there are captions in. An item that was hidden, archived or removed keeps its id and its state, and to all
 * but its author and the moderators nothing else. Of two copies, the one with the higher `version` is the truth.
 */
export type ContentItem = v.InferOutput<typeof contentItemSchema>;

/**
 * A new draft. All kinds but `link` need a `file`, a finished upload of one's own of the same kind; a `link` needs a `link`.
 * Captions are finished uploads as well.
 */
export type CreateContentInput = v.InferInput<typeof createContentInput>;
export type ContentItemOutput = v.InferOutput<typeof contentItemOutput>;

/** Everything that can be edited, whole: what is left out is gone afterwards, but for `captions`, which then stay. */
export type EditContentInput = v.InferInput<typeof editContentInput>;
export type PublishContentInput = v.InferInput<typeof publishContentInput>;
export type ArchiveContentInput = v.InferInput<typeof archiveContentInput>;
export type RemoveContentInput = v.InferInput<typeof removeContentInput>;

/** What is published in a space, or on a `subject` in it. */
export type ListContentInput = Omit<v.InferInput<typeof listContentInput>, 'limit'> & {readonly limit?: number};
export type ListContentOutput = v.InferOutput<typeof listContentOutput>;
export type ListOwnContentInput = Omit<v.InferInput<typeof listOwnContentInput>, 'limit'> & {readonly limit?: number};
export type ListOwnContentOutput = v.InferOutput<typeof listOwnContentOutput>;
export type ReadContentInput = v.InferInput<typeof readContentInput>;

/**
 * An item with the addresses of its files, which are for the one who asked, and good until `expiresAt`. `media` is `null` for
 * a link.
 */
export type ReadContentOutput = v.InferOutput<typeof readContentOutput>;
export type ReadContentTermsInput = v.InferInput<typeof readContentTermsInput>;

/**
 * What holds for one who wants to share: which files are taken, of how many bytes at most, how many bytes of all one may have
 * and has, and whether what one publishes waits for a moderator. Without `kinds` the backend takes no files, only links.
 */
export type ReadContentTermsOutput = v.InferOutput<typeof readContentTermsOutput>;

export const createContent = {
  ...route('content.create'),
  summary: 'Makes a draft from finished uploads of one’s own, or from a link.',
  permission: 'content.create',
  problems: ['not-found', 'invalid'],
  activities: [],
} as const satisfies Endpoint;

export const editContent = {
  ...route('content.edit'),
  summary: 'Replaces what one’s own item says about itself, based on a named revision.',
  permission: 'content.edit',
  problems: ['not-found', 'gone', 'revision-conflict'],
  activities: ['edited'],
} as const satisfies Endpoint;

export const publishContent = {
  ...route('content.publish'),
  summary: 'Publishes one’s own draft, or what was archived; where moderators look first, it waits for them. Done twice, it stays as it is.',
  permission: 'content.publish',
  problems: ['not-found', 'gone', 'guidelines-not-accepted'],
  activities: ['published', 'submitted'],
} as const satisfies Endpoint;

export const archiveContent = {
  ...route('content.archive'),
  summary: 'Takes an item out of the lists; its author may publish it again. Done twice, it stays as it is.',
  permission: 'content.archive',
  problems: ['not-found', 'gone'],
  activities: ['removed'],
} as const satisfies Endpoint;

export const removeContent = {
  ...route('content.remove'),
  summary: 'Removes an item with its files for good.',
  permission: 'content.remove',
  problems: ['not-found'],
  activities: ['removed'],
} as const satisfies Endpoint;

export const listContent = {
  ...route('content.list'),
  summary: 'What is published in a space or on a subject, the newest first.',
  permission: 'content.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const listOwnContent = {
  ...route('content.own'),
  summary: 'The caller’s own items in a space, in every state but removed, the newest first.',
  permission: 'content.create',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readContent = {
  ...route('content.read'),
  summary: 'An item with the signed addresses of its files.',
  permission: 'content.read',
  problems: ['not-found', 'gone'],
  activities: [],
} as const satisfies Endpoint;

export const readContentTerms = {
  ...route('content.terms'),
  summary: 'What holds for one’s own sharing: the files that are taken, and the room that is left.',
  permission: 'content.create',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
