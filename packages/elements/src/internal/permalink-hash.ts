import type {Id} from '@social-learning/sdk';

export const permalinkPrefix = '#sl-post-';

/** What an address ends in that leads to a post. */
export const permalinkHash = (id: Id): string => permalinkPrefix + id;
