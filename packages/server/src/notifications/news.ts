import {personTopic} from '../feed/reserved.ts';
import type {Topics} from '../feed/topics.ts';
import type {Activity} from '../log/append.ts';
import type {LogEntry} from '../log/reader.ts';

/** A line that tells one person, and nobody else, that there is something to read again. @param at ISO 8601. */
export function newsOf(
  topics: Topics, organisation: string, person: string, about: {readonly mentorship?: string}, at: string,
): Activity {
  return {
    organisation, verb: 'notified', actor: null, topic: personTopic(topics, organisation, person),
    object: {type: 'news', id: about.mentorship ?? person}, people: [person], at,
  };
}

/** Whether such a line is about mentoring: then its object is the mentorship, and not the person. */
export const isMentoringNews = ({object, people}: Pick<LogEntry, 'object' | 'people'>): boolean => object !== people[0];
