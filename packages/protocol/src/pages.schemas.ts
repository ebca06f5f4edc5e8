import * as v from 'valibot';
import {cursorSchema, queryCountSchema} from './text.schemas.ts';

/** A page of a list: its items, and the cursors of the pages before and after it, `null` at the ends. */
export const pageSchema = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({items: v.array(item), before: v.nullable(cursorSchema), after: v.nullable(cursorSchema)});

/** What every paged read may be asked for. */
export const pageInput = {cursor: v.optional(cursorSchema), limit: v.optional(queryCountSchema)};
