import * as v from 'valibot';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {subjectInput, subjectSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema, idSchema, instantSchema} from './text.schemas.ts';

export const checklistStepSchema = v.strictObject({
  id: idSchema,
  text: filledTextSchema(limits.stepText),
  note: v.nullable(filledTextSchema(limits.stepNote)),
  critical: v.boolean(),
});

/** Steps in their order, each with an id of its own. */
const stepsSchema = v.pipe(
  v.array(checklistStepSchema),
  v.minLength(1, 'Must hold at least one step.'),
  v.maxLength(limits.steps, `Must hold at most ${limits.steps} steps.`),
  v.check(steps => new Set(steps.map(({id}) => id)).size === steps.length, 'Must not name two steps by the same id.'),
);

const words = {
  title: filledTextSchema(limits.title),
  description: v.nullable(filledTextSchema(limits.checklistDescription)),
  steps: stepsSchema,
};

export const checklistSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  subject: v.nullable(subjectSchema),
  ...words,
  steps: v.array(checklistStepSchema),
  author: v.nullable(personSchema),
  state: v.picklist(['draft', 'published', 'archived']),
  revision: countSchema,
  createdAt: instantSchema,
  editedAt: v.nullable(instantSchema),
  publishedAt: v.nullable(instantSchema),
  version: countSchema,
});

/** A place among one's own acts. */
const orderSchema = v.pipe(countSchema, v.maxValue(Number.MAX_SAFE_INTEGER, 'Is too large.'));

export const checklistRunSchema = v.strictObject({
  checklist: idSchema,
  ticks: v.array(v.strictObject({step: idSchema, on: v.boolean(), order: orderSchema})),
  finishedAt: v.nullable(instantSchema),
  version: countSchema,
});

export const checklistProgressSchema = v.strictObject({
  checklist: idSchema,
  began: countSchema,
  finished: countSchema,
  people: v.array(personSchema),
  version: countSchema,
});

export const createChecklistInput = v.strictObject({space: v.optional(slugSchema), subject: v.optional(subjectInput), ...words});
export const editChecklistInput = v.strictObject({checklist: idSchema, revision: countSchema, ...words});
export const publishChecklistInput = v.strictObject({checklist: idSchema, revision: countSchema});
export const archiveChecklistInput = v.strictObject({checklist: idSchema});
export const checklistOutput = v.strictObject({checklist: checklistSchema});

export const tickChecklistInput = v.strictObject({checklist: idSchema, step: idSchema, on: v.boolean(), order: orderSchema});
export const tickChecklistOutput = v.strictObject({run: checklistRunSchema, progress: checklistProgressSchema});

export const readChecklistInput = v.pipe(
  v.strictObject({
    space: v.optional(slugSchema), checklist: v.optional(idSchema), subject: v.optional(filledTextSchema(limits.subjectKey)),
  }),
  v.forward(
    v.partialCheck([['checklist'], ['subject']], ({checklist, subject}) => (checklist === undefined) !== (subject === undefined), 'Name a checklist or a subject, and not both.'),
    ['checklist'],
  ),
);
export const readChecklistOutput = v.strictObject({
  space: spaceSchema, checklist: v.nullable(checklistSchema), topic: v.string(), cursor: cursorSchema,
});

export const listChecklistsInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listChecklistsOutput = v.strictObject({
  space: spaceSchema, checklists: pageSchema(checklistSchema), topic: v.string(), cursor: cursorSchema,
});

export const readChecklistRunInput = v.strictObject({checklist: idSchema});
export const readChecklistRunOutput = v.strictObject({run: checklistRunSchema});

export const readChecklistProgressInput = v.strictObject({checklist: idSchema});
export const readChecklistProgressOutput = v.strictObject({progress: checklistProgressSchema});
