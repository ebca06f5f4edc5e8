import * as v from 'valibot';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {countSchema, instantSchema} from './text.schemas.ts';

export const kudosRingSchema = v.strictObject({
  people: v.array(v.strictObject({person: personSchema, given: countSchema})),
  latest: instantSchema,
});

export const listKudosRingsInput = v.strictObject({space: v.optional(slugSchema)});
export const listKudosRingsOutput = v.strictObject({space: spaceSchema, days: countSchema, rings: v.array(kudosRingSchema)});
