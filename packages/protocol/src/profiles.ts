import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  editPersonInput, ownProfileSchema, personOutput, profileFieldSchema, profileSchema, readPersonInput,
} from './profiles.schemas.ts';

/**
 * A person, as somebody else or they themselves see them. What they keep to themselves is `null` or empty for others, as is what they
 * never said. `kudos` is the number of those received in the space; `mentor` says whether they mentor there. Of two copies, the one
 * with the higher `version` is the truth.
 */
export type Profile = v.InferOutput<typeof profileSchema>;

/** What of a profile can be kept to oneself. */
export type ProfileField = v.InferOutput<typeof profileFieldSchema>;

/** What only the person sees: whether they are `listed` where people are looked for, and the fields that are `hidden`. */
export type OwnProfile = v.InferOutput<typeof ownProfileSchema>;

/** Whose profile: an id, or what the host calls them. Default: one's own. */
export type ReadPersonInput = v.InferInput<typeof readPersonInput>;

/** `profile` is `null` where nobody is there, or has `left`; `own` is `null` but for oneself. */
export type PersonOutput = v.InferOutput<typeof personOutput>;

/** All that one says of oneself. It holds in every space. */
export type EditPersonInput = v.InferInput<typeof editPersonInput>;

export const readPerson = {
  ...route('people.read'),
  summary: 'A person: what they do, where, in which languages, with which skills; what they keep to themselves is left out.',
  permission: 'person.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const editPerson = {
  ...route('people.edit'),
  summary: 'Says who one is, what others see of it, and whether one is found where people are looked for.',
  permission: 'person.edit',
  problems: ['not-found'],
  activities: ['edited'],
} as const satisfies Endpoint;
