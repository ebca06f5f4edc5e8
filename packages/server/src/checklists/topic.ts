import {subjectHash, type Topics} from '../feed/topics.ts';

/** No subject has this key: U+0000 is not let in. */
const hash = subjectHash('\u0000checklists');

/** The topic of all checklists of a space, and of how far people are with them. */
export function checklistsTopic(topics: Topics, organisation: string, space: string): string {
  return topics.of(organisation, space, hash);
}
