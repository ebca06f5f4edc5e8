import {subjectHash, type Topics} from './topics.ts';

/** Keys of topics that are no subject's: no text that travels holds U+0000. */
const keys = {queue: '\u0000moderation', guidelines: '\u0000guidelines'} as const;

const personHash = subjectHash('\u0000person');
const queueHash = subjectHash(keys.queue);

/** What moderators of a space hear of. */
export function queueTopic(topics: Topics, organisation: string, space: string): string {
  return topics.of(organisation, space, queueHash);
}

/** What everybody who reads a space hears of its guidelines. */
export function guidelinesTopic(topics: Topics, organisation: string, space: string): string {
  return topics.of(organisation, space, subjectHash(keys.guidelines));
}

/** What one person alone hears of: that there is something to read again. */
export function personTopic(topics: Topics, organisation: string, person: string): string {
  return topics.of(organisation, person, personHash);
}

/** Whether a topic is one person's own. */
export function isPersonTopic(topic: string): boolean {
  return topic.startsWith(personHash);
}

/** Whether a topic is the moderators' one of its space. */
export function isQueueTopic(topic: string): boolean {
  return topic.startsWith(queueHash);
}
