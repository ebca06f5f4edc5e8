import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import type {ChecklistRow} from './rows.ts';
import {checklistsTopic} from './topic.ts';

/** A line for everybody who looks at the checklists of a space. The author is named in it, where somebody else did it. */
export function lineOn(
  {topics, now}: Pick<Services, 'topics' | 'now'>, {organisation, space, id, author}: Pick<ChecklistRow, 'organisation' | 'space' | 'id' | 'author'>,
  verb: Extract<Activity['verb'], 'published' | 'edited' | 'finished' | 'undid'>, actor: string, detail?: 'published' | 'finished',
): Activity {
  return {
    organisation, verb, actor, space, topic: checklistsTopic(topics, organisation, space), object: {type: 'checklist', id},
    people: author === actor ? [] : [author], at: new Date(now()).toISOString(), ...(detail && {detail}),
  };
}
