import type {Verb} from '@social-learning/protocol';
import {kudosTopic} from '../kudos/topic.ts';
import type {Topics} from './topics.ts';

/** After these a title may be shown no longer, or again. */
const naming: ReadonlySet<Verb> = new Set(['hid', 'restored', 'removed', 'edited']);

/** The topics whose kept answers a line of the log makes old: its own, and that of lists which name what it is about. */
export function affectedTopics(
  topics: Topics, {organisation, space, topic, verb}: {organisation: string; space?: string | null; topic?: string | null; verb: Verb},
): string[] {
  return [...(topic ? [topic] : []), ...(naming.has(verb) && space ? [kudosTopic({topics}, organisation, space)] : [])];
}
