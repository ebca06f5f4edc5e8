import * as v from 'valibot';
import {idSchema} from './text.schemas.ts';
import {targetTypes} from './targets.ts';

export const targetSchema = v.strictObject({type: v.picklist(targetTypes), id: idSchema});
