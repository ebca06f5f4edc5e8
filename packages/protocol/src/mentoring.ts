import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  answerMentoringInput, endMentoringInput, listMentorshipsInput, listMentorshipsOutput, listMentorsInput, listMentorsOutput,
  mentorProfileSchema, mentorReasonSchema, mentorshipOutput, mentorshipSchema, mentorshipStateSchema, offerMentoringInput, offerMentoringOutput,
  readMentorInput, readMentorOutput, requestMentoringInput,
} from './mentoring.schemas.ts';

/**
 * What a mentor offers in a space. `places` are what is left of the `capacity`; `answersWithin` is the time in seconds in which
 * half of the requests to this mentor were answered, `null` before the third. Of two copies, the one with the higher
 * `version` is the truth.
 */
export type MentorProfile = v.InferOutput<typeof mentorProfileSchema>;

/** Why a mentor fits: what was asked for and is offered, places that are left, a day that overlaps, quick answers. */
export type MentorReason = v.InferOutput<typeof mentorReasonSchema>;

export type MentorshipState = v.InferOutput<typeof mentorshipStateSchema>;

/**
 * Two people learning together, as both of them and nobody else see it. `expiresAt` is when a request ends by itself. `goal` is
 * `null` where the space brought them together. `firstPost` is the first post of a newcomer, for the mentor who was given to
 * them.
 */
export type Mentorship = v.InferOutput<typeof mentorshipSchema>;

/**
 * Whom to look for: by words, and by what must be offered (`skills`, `topics`, `languages`: each with commas between).
 * `speaks` and `timeZone` are the asker's own, and only weigh. `available` leaves out who has no place.
 */
export type ListMentorsInput = Omit<v.InferInput<typeof listMentorsInput>, 'limit'> & {readonly limit?: number};

/** Mentors, the best fitting first, each with the reasons; how often each facet is offered by those found; their number. */
export type ListMentorsOutput = v.InferOutput<typeof listMentorsOutput>;

/** Whose profile: an id, or what the host calls them. Default: one's own. */
export type ReadMentorInput = v.InferInput<typeof readMentorInput>;

/**
 * `profile` is `null` for who is no mentor here; `mentorship` the latest between this mentor and the asker. `topic` is the asker’s own: a
 * feed of it from `cursor` says when to read again.
 */
export type ReadMentorOutput = v.InferOutput<typeof readMentorOutput>;

export type OfferMentoringInput = v.InferInput<typeof offerMentoringInput>;
export type OfferMentoringOutput = v.InferOutput<typeof offerMentoringOutput>;
export type RequestMentoringInput = v.InferInput<typeof requestMentoringInput>;
export type AnswerMentoringInput = v.InferInput<typeof answerMentoringInput>;
export type EndMentoringInput = v.InferInput<typeof endMentoringInput>;
export type MentorshipOutput = v.InferOutput<typeof mentorshipOutput>;
export type ListMentorshipsInput = v.InferInput<typeof listMentorshipsInput>;
export type ListMentorshipsOutput = v.InferOutput<typeof listMentorshipsOutput>;

export const listMentors = {
  ...route('mentors.list'),
  summary: 'The mentors of a space, the best fitting first, each with the reasons why.',
  permission: 'mentor.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readMentor = {
  ...route('mentors.read'),
  summary: 'What a mentor offers, and what is between them and oneself.',
  permission: 'mentor.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const offerMentoring = {
  ...route('mentors.offer'),
  summary: 'Says what one offers as a mentor, or pauses.',
  permission: 'mentor.offer',
  problems: ['not-found'],
  activities: ['edited'],
} as const satisfies Endpoint;

export const requestMentoring = {
  ...route('mentorships.request'),
  summary: 'Asks a mentor, with a goal and a few words. A request ends by itself after the days that the space sets.',
  permission: 'mentorship.request',
  problems: ['not-found', 'mentor-unavailable', 'mentorship-exists', 'mentorship-requests'],
  activities: ['requested'],
} as const satisfies Endpoint;

export const answerMentoring = {
  ...route('mentorships.answer'),
  summary: 'Accepts or declines a request. Places are counted at this moment.',
  permission: 'mentorship.answer',
  problems: ['not-found', 'mentor-unavailable', 'mentorship-closed'],
  activities: ['accepted-mentorship', 'declined'],
} as const satisfies Endpoint;

export const endMentoring = {
  ...route('mentorships.end'),
  summary: 'Completes a mentorship, or takes a request back.',
  permission: 'mentorship.end',
  problems: ['not-found', 'mentorship-closed'],
  activities: ['completed', 'withdrew'],
} as const satisfies Endpoint;

export const listMentorships = {
  ...route('mentorships.list'),
  summary: 'One’s own mentorships, on either side, the latest first.',
  permission: 'mentor.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
