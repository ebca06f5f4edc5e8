import * as v from 'valibot';
import {filledTextSchema, idSchema, urlSchema} from './text.schemas.ts';
import {limits} from './limits.ts';

export const personSchema = v.strictObject({
  id: idSchema,
  name: filledTextSchema(limits.name),
  picture: v.nullable(urlSchema),
});
