import * as v from 'valibot';
import {limits} from './limits.ts';
import {slugSchema} from './spaces.schemas.ts';
import {filledTextSchema, idSchema, queryCountSchema, urlSchema} from './text.schemas.ts';

export const personSchema = v.strictObject({
  id: idSchema,
  name: filledTextSchema(limits.name),
  picture: v.nullable(urlSchema),
});

export const personReferenceSchema = filledTextSchema(limits.person);

export const listPeopleInput = v.strictObject({
  space: v.optional(slugSchema),
  name: v.optional(filledTextSchema(limits.name)),
  limit: v.optional(queryCountSchema),
});
export const listPeopleOutput = v.strictObject({items: v.array(personSchema)});
