import type {Id} from '@social-learning/sdk';
import {permalinkHash, permalinkPrefix} from '../internal/permalink-hash.ts';

/** The address of a post: that of its page, with the post named behind the hash. */
export function permalink(id: Id): string {
  return location.href.split('#')[0] + permalinkHash(id);
}

/** The post that the address of the page names. */
export function postInAddress(): Id | undefined {
  const {hash} = location;
  return hash.startsWith(permalinkPrefix) ? hash.slice(permalinkPrefix.length) : undefined;
}
