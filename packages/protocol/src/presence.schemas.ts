import * as v from 'valibot';
import {limits} from './limits.ts';
import {countSchema, filledTextSchema} from './text.schemas.ts';

export const presenceSchema = v.strictObject({readers: countSchema, writing: v.array(filledTextSchema(limits.name))});

export const sayPresenceInput = v.strictObject({
  topic: v.pipe(v.string(), v.maxLength(100, 'Is not a topic of this server.')),
  state: v.picklist(['reading', 'writing', 'gone']),
});
export const sayPresenceOutput = presenceSchema;
