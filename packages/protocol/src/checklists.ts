import type * as v from 'valibot';
import type {
  archiveChecklistInput, checklistOutput, checklistProgressSchema, checklistRunSchema, checklistSchema, checklistStepSchema, createChecklistInput,
  editChecklistInput, listChecklistsInput, listChecklistsOutput, publishChecklistInput, readChecklistInput, readChecklistOutput,
  readChecklistProgressInput, readChecklistProgressOutput, readChecklistRunInput, readChecklistRunOutput, tickChecklistInput, tickChecklistOutput,
} from './checklists.schemas.ts';
import {route, type Endpoint} from './endpoint.ts';

/** One step. Its `id` stays through the revisions, so that what was ticked stays ticked. All texts are plain. */
export type ChecklistStep = v.InferOutput<typeof checklistStepSchema>;

/**
 * A checklist. A draft is there for its author and for curators alone. `revision` counts what was written; of two copies, the one
 * with the higher `version` is the truth.
 */
export type Checklist = v.InferOutput<typeof checklistSchema>;

/**
 * One person's way through a checklist: what was said last of each step. It stays finished when steps are added later.
 * Of two copies, the one with the higher `version` is the truth.
 */
export type ChecklistRun = v.InferOutput<typeof checklistRunSchema>;

/**
 * How far people are: how many began, how many finished, and who did, the latest first; only who is active and may read the space,
 * in every number. Of two copies, the one with the higher `version` is the truth.
 */
export type ChecklistProgress = v.InferOutput<typeof checklistProgressSchema>;

export type CreateChecklistInput = v.InferInput<typeof createChecklistInput>;
/** Names the revision that it is based on. */
export type EditChecklistInput = v.InferInput<typeof editChecklistInput>;
/** Names the revision that is meant. */
export type PublishChecklistInput = v.InferInput<typeof publishChecklistInput>;
export type ArchiveChecklistInput = v.InferInput<typeof archiveChecklistInput>;
export type ChecklistOutput = v.InferOutput<typeof checklistOutput>;

/**
 * Whether a step is done. Of several ticks of a step the one with the highest `order` holds, whenever it arrives: a client takes the
 * time in milliseconds, and more than the order that it knows of (a Lamport clock), so that a slow clock loses nothing.
 */
export type TickChecklistInput = v.InferInput<typeof tickChecklistInput>;
export type TickChecklistOutput = v.InferOutput<typeof tickChecklistOutput>;

/** One by its id, or the one on a `subject`: the one published last, or else the latest draft that one may edit. */
export type ReadChecklistInput = v.InferInput<typeof readChecklistInput>;
/** `checklist` is `null` where a subject has none. A feed of `topic` from `cursor` tells of all changes in the space. */
export type ReadChecklistOutput = v.InferOutput<typeof readChecklistOutput>;
export type ListChecklistsInput = Omit<v.InferInput<typeof listChecklistsInput>, 'limit'> & {readonly limit?: number};
export type ListChecklistsOutput = v.InferOutput<typeof listChecklistsOutput>;
export type ReadChecklistRunInput = v.InferInput<typeof readChecklistRunInput>;
export type ReadChecklistRunOutput = v.InferOutput<typeof readChecklistRunOutput>;
export type ReadChecklistProgressInput = v.InferInput<typeof readChecklistProgressInput>;
export type ReadChecklistProgressOutput = v.InferOutput<typeof readChecklistProgressOutput>;

export const createChecklist = {
  ...route('checklists.create'),
  summary: 'Begins a checklist, as a draft.',
  permission: 'checklist.create',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const editChecklist = {
  ...route('checklists.edit'),
  summary: 'Changes a checklist. What people have ticked stays theirs.',
  permission: 'checklist.edit',
  problems: ['not-found', 'checklist-closed', 'revision-conflict'],
  activities: ['edited', 'finished'],
} as const satisfies Endpoint;

export const publishChecklist = {
  ...route('checklists.publish'),
  summary: 'Opens a checklist to everybody who reads its space. Done twice, it stays as it is.',
  permission: 'checklist.edit',
  problems: ['not-found', 'revision-conflict'],
  activities: ['published'],
} as const satisfies Endpoint;

export const archiveChecklist = {
  ...route('checklists.archive'),
  summary: 'Takes a checklist out of use. Who has finished it has finished it. Done twice, it stays as it is.',
  permission: 'checklist.edit',
  problems: ['not-found'],
  activities: ['undid'],
} as const satisfies Endpoint;

export const tickChecklist = {
  ...route('checklists.tick'),
  summary: 'Ticks a step for oneself, or takes the tick back. With the last step the checklist is finished.',
  permission: 'checklist.tick',
  problems: ['not-found', 'checklist-closed'],
  activities: ['finished', 'undid'],
} as const satisfies Endpoint;

export const readChecklist = {
  ...route('checklists.read'),
  summary: 'A checklist, or the one on a subject.',
  permission: 'checklist.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const listChecklists = {
  ...route('checklists.list'),
  summary: 'The published checklists of a space, the latest first.',
  permission: 'checklist.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readChecklistRun = {
  ...route('checklists.mine'),
  summary: 'What one has ticked oneself.',
  permission: 'checklist.tick',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const readChecklistProgress = {
  ...route('checklists.progress'),
  summary: 'How many began and finished a checklist, and who finished.',
  permission: 'checklist.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
