import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  giveKudosInput, kudosOutput, kudosSchema, kudosTallySchema, listKudosInput, listKudosOutput, readKudosTermsInput, readKudosTermsOutput,
  withdrawKudosInput,
} from './kudos.schemas.ts';

/**
 * Appreciation from one person to others, as everybody who may read its space sees it. `message` is plain text. `from` is
 * `null` and `to` shorter where somebody has left. Of kudos that were withdrawn, or that a
 * moderator took down, neither message nor recipients are shown. Of
 * two copies, the one with the higher `version` is the truth.
 */
export type Kudos = v.InferOutput<typeof kudosSchema>;

/**
 * How many kudos there are for a person, a post or a subject in a space: at every moment the number of those that stand.
 * `key` is the id of the person or the post, or the key of the subject. Of two copies, the one with the higher `version` is
 * the truth.
 */
export type KudosTally = v.InferOutput<typeof kudosTallySchema>;

/**
 * For a `post` the recipients are its author unless `to` says otherwise, and the space is its thread's. `value` is the key of
 * one of the organisation's values.
 */
export type GiveKudosInput = v.InferInput<typeof giveKudosInput>;
export type KudosOutput = v.InferOutput<typeof kudosOutput>;
export type WithdrawKudosInput = v.InferInput<typeof withdrawKudosInput>;

/** Which kudos: those to a `person`, for a `post` or on a `subject`; without any, the wall: all of the space. */
export type ListKudosInput = Omit<v.InferInput<typeof listKudosInput>, 'limit'> & {readonly limit?: number};

/** A page of kudos, the latest first. `topic` is that of all kudos of the space; a feed of it from `cursor` misses nothing. */
export type ListKudosOutput = v.InferOutput<typeof listKudosOutput>;
export type ReadKudosTermsInput = v.InferInput<typeof readKudosTermsInput>;

/**
 * What holds for one who wants to give: the organisation's values; how many people one may still thank this week (a calendar
 * week of the organisation's time zone; each recipient counts); how often the same person in a number of days; and the
 * seconds in which kudos can be withdrawn.
 */
export type ReadKudosTermsOutput = v.InferOutput<typeof readKudosTermsOutput>;

export const giveKudos = {
  ...route('kudos.give'),
  summary: 'Thanks one or several people, for a post, on a subject or just so, in one’s own words.',
  permission: 'kudos.give',
  problems: ['not-found', 'gone', 'kudos-to-oneself', 'kudos-allowance-spent', 'kudos-pair-limit'],
  activities: ['thanked'],
} as const satisfies Endpoint;

export const withdrawKudos = {
  ...route('kudos.withdraw'),
  summary: 'Takes kudos back that one has just given. Done twice, it stays as it is.',
  permission: 'kudos.withdraw',
  problems: ['not-found', 'withdrawal-closed'],
  activities: ['withdrew'],
} as const satisfies Endpoint;

export const listKudos = {
  ...route('kudos.list'),
  summary: 'The kudos to a person, for a post or on a subject, with their number; or all of a space; the latest first.',
  permission: 'kudos.read',
  problems: ['not-found', 'gone', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readKudosTerms = {
  ...route('kudos.terms'),
  summary: 'What holds for one’s own giving: the organisation’s values and what is left of the allowance.',
  permission: 'kudos.give',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
