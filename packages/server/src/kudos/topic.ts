import type {Services} from '../services.ts';
import {subjectHash} from '../feed/topics.ts';

/** No subject has this key: U+0000 is not let in. */
const hash = subjectHash('\u0000kudos');

/** The topic of all kudos of a space: one for every button and wall on a page. */
export function kudosTopic({topics}: Pick<Services, 'topics'>, organisation: string, space: string): string {
  return topics.of(organisation, space, hash);
}
