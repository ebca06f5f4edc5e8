import * as v from 'valibot';
import {idSchema, instantSchema} from './text.schemas.ts';

export const readFileInput = v.strictObject({file: idSchema});
export const readFileOutput = v.strictObject({file: idSchema, url: v.string(), expiresAt: instantSchema});
