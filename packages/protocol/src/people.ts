import type * as v from 'valibot';
import type {personSchema} from './people.schemas.ts';

/** A member of an organisation, as others see one. */
export type Person = v.InferOutput<typeof personSchema>;
