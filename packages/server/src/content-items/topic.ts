import {subjectHash, type Topics} from '../feed/topics.ts';

/** No subject has this key: U+0000 is not let in. */
const hash = subjectHash('\u0000content');

/** The topic of everything that is shared in a space: one for every list and item on a page. */
export function contentTopic({topics}: {readonly topics: Topics}, organisation: string, space: string): string {
  return topics.of(organisation, space, hash);
}
