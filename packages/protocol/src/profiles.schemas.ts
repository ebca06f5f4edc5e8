import * as v from 'valibot';
import {limits} from './limits.ts';
import {languagesSchema, timeZoneSchema, wordsSchema} from './mentoring.schemas.ts';
import {personReferenceSchema, personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {countSchema, instantSchema, textSchema} from './text.schemas.ts';

export const profileFieldSchema = v.picklist(['location', 'timeZone', 'languages', 'skills', 'joined', 'kudos']);

const said = {
  title: v.nullable(textSchema(limits.name)),
  location: v.nullable(textSchema(limits.name)),
  timeZone: v.nullable(timeZoneSchema),
  languages: languagesSchema,
  skills: wordsSchema,
};

export const profileSchema = v.strictObject({
  person: personSchema,
  ...said,
  joined: v.nullable(instantSchema),
  kudos: v.nullable(countSchema),
  mentor: v.nullable(v.picklist(['open', 'full', 'paused'])),
  version: countSchema,
});

const chosen = {
  listed: v.boolean(),
  hidden: v.array(profileFieldSchema),
};
export const ownProfileSchema = v.strictObject(chosen);

export const readPersonInput = v.strictObject({space: v.optional(slugSchema), person: v.optional(personReferenceSchema)});
export const personOutput = v.strictObject({
  space: spaceSchema,
  profile: v.nullable(profileSchema),
  left: v.boolean(),
  own: v.nullable(ownProfileSchema),
});

export const editPersonInput = v.strictObject({space: v.optional(slugSchema), ...said, ...chosen});
