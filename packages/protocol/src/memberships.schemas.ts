import * as v from 'valibot';
import {languageSchema} from './mentoring.schemas.ts';
import {limits} from './limits.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {filledTextSchema} from './text.schemas.ts';

export const joinSpaceInput = v.strictObject({
  space: v.optional(slugSchema),
  languages: v.optional(v.pipe(v.array(languageSchema), v.maxLength(limits.words))),
  skills: v.optional(v.pipe(v.array(filledTextSchema(limits.word)), v.maxLength(limits.words))),
});
export const joinSpaceOutput = v.strictObject({space: spaceSchema});
