import type {Id} from './ids.ts';

/** What can be reported and decided about. */
export const targetTypes = ['post', 'kudos', 'content', 'person'] as const;
export type TargetType = (typeof targetTypes)[number];

/** A thing that somebody reports, or that a moderator decides about. */
export interface Target {
  readonly type: TargetType;
  readonly id: Id;
}

/** What a moderator may decide about a thing of each type. */
export const decisionsAbout = {
  post: ['approve', 'hide', 'restore', 'remove', 'dismiss'],
  kudos: ['hide', 'restore', 'remove', 'dismiss'],
  content: ['approve', 'hide', 'restore', 'remove', 'dismiss'],
  person: ['warn', 'dismiss'],
} as const satisfies Record<TargetType, readonly string[]>;
export type DecisionAction = (typeof decisionsAbout)[TargetType][number];
