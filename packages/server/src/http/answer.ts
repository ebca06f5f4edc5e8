import type {SharedPage} from '../threads/queries.ts';

/** What a handler gives: JSON for this caller alone, or a page that is the same for all who may see it. */
export type Answer = {readonly json: string} | {readonly shared: SharedPage};
