import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {readFileInput, readFileOutput} from './files.schemas.ts';

export type ReadFileInput = v.InferInput<typeof readFileInput>;

/** Where a file can be fetched by the one who asks, until when. */
export type ReadFileOutput = v.InferOutput<typeof readFileOutput>;

export const readFile = {
  ...route('files.read'),
  summary: 'An address for a picture of a post that one may see, or for a file of one’s own that belongs to nothing yet.',
  permission: 'thread.read',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
