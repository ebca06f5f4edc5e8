import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  acceptGuidelinesInput, acceptGuidelinesOutput, guidelinesOutput, guidelinesSchema, publishGuidelinesInput, readGuidelinesInput,
  readGuidelinesOutput, ruleSchema,
} from './guidelines.schemas.ts';

/** One rule: a sentence, with what to do and what not. Its `id` stays through the versions, so that it can be cited. */
export type Rule = v.InferOutput<typeof ruleSchema>;

/** What the people of a space agreed on, in one version. Where `required`, it is accepted before the first post. */
export type Guidelines = v.InferOutput<typeof guidelinesSchema>;

/** The guidelines in force, or a `version` of old. */
export type ReadGuidelinesInput = Omit<v.InferInput<typeof readGuidelinesInput>, 'version'> & {readonly version?: number};
/** `guidelines` is `null` where a space has none; `accepted` is the latest version that the reader accepted. */
export type ReadGuidelinesOutput = v.InferOutput<typeof readGuidelinesOutput>;
/** A new version, based on the one named by `revision`; 0 for the first. */
export type PublishGuidelinesInput = v.InferInput<typeof publishGuidelinesInput>;
export type GuidelinesOutput = v.InferOutput<typeof guidelinesOutput>;
export type AcceptGuidelinesInput = v.InferInput<typeof acceptGuidelinesInput>;
export type AcceptGuidelinesOutput = v.InferOutput<typeof acceptGuidelinesOutput>;

export const readGuidelines = {
  ...route('guidelines.read'),
  summary: 'The guidelines of a space, and which version one has accepted.',
  permission: 'guidelines.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const publishGuidelines = {
  ...route('guidelines.publish'),
  summary: 'Puts a new version of the guidelines in force. The older ones are kept.',
  permission: 'guidelines.publish',
  problems: ['not-found', 'revision-conflict'],
  activities: ['published'],
} as const satisfies Endpoint;

export const acceptGuidelines = {
  ...route('guidelines.accept'),
  summary: 'Agrees to the version of the guidelines that is in force.',
  permission: 'guidelines.accept',
  problems: ['not-found', 'revision-conflict'],
  activities: ['agreed'],
} as const satisfies Endpoint;
