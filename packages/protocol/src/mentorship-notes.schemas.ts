import * as v from 'valibot';
import {limits} from './limits.ts';
import {countSchema, cursorSchema, idSchema, instantSchema, textSchema} from './text.schemas.ts';

export const noteSideSchema = v.picklist(['mentor', 'mentee', 'shared']);

export const mentorshipNoteSchema = v.strictObject({
  side: noteSideSchema,
  text: textSchema(limits.mentorshipNote),
  revision: countSchema,
  at: v.nullable(instantSchema),
});

export const readMentorshipNotesInput = v.strictObject({mentorship: idSchema, side: v.optional(noteSideSchema)});
export const mentorshipNotesOutput = v.strictObject({
  mentorship: idSchema,
  notes: v.array(mentorshipNoteSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const writeMentorshipNoteInput = v.strictObject({
  mentorship: idSchema,
  side: noteSideSchema,
  text: textSchema(limits.mentorshipNote),
  revision: countSchema,
});
export const mentorshipNoteOutput = v.strictObject({mentorship: idSchema, note: mentorshipNoteSchema});
