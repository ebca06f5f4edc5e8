import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  mentorshipNoteOutput, mentorshipNoteSchema, mentorshipNotesOutput, readMentorshipNotesInput, writeMentorshipNoteInput,
} from './mentorship-notes.schemas.ts';

/**
 * What one of the two of a mentorship, or both of them (`shared`), keep about it. `revision` is 0 and `at` is `null` before the
 * first word.
 */
export type MentorshipNote = v.InferOutput<typeof mentorshipNoteSchema>;

/** All notes that one may read, or that of one `side`. */
export type ReadMentorshipNotesInput = v.InferInput<typeof readMentorshipNotesInput>;

/** `topic` is one's own: a feed of it from `cursor` says when to read again. */
export type MentorshipNotesOutput = v.InferOutput<typeof mentorshipNotesOutput>;

/** A text in the place of the one that had this `revision`. */
export type WriteMentorshipNoteInput = v.InferInput<typeof writeMentorshipNoteInput>;
export type MentorshipNoteOutput = v.InferOutput<typeof mentorshipNoteOutput>;

export const readMentorshipNotes = {
  ...route('mentorships.notes'),
  summary: 'The notes of a mentorship, for the two and nobody else. After its end each reads their own and the shared one.',
  permission: 'mentorship.notes',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;

export const writeMentorshipNote = {
  ...route('mentorships.note'),
  summary: 'Writes one’s own note of a mentorship, or the shared one, for as long as it is active.',
  permission: 'mentorship.notes',
  problems: ['not-found', 'mentorship-closed', 'revision-conflict'],
  activities: ['edited'],
} as const satisfies Endpoint;
