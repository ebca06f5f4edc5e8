import {subjectHash, type Topics} from '../feed/topics.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';

/** No subject has this key: U+0000 is not let in. */
const hash = subjectHash('\u0000leaderboard');

/** The topic of the points of a space: one for all its boards. */
export function leaderboardTopic(topics: Topics, organisation: string, space: string): string {
  return topics.of(organisation, space, hash);
}

/** A line for everybody who looks at the boards of a space. */
export function leaderboardLine(
  {topics, now}: Pick<Services, 'topics' | 'now'>, {space, ...line}: Pick<Activity, 'organisation' | 'verb' | 'actor'> & {readonly space: string},
): Activity {
  return {
    ...line, space, topic: leaderboardTopic(topics, line.organisation, space), object: {type: 'leaderboard', id: space}, at: new Date(now()).toISOString(),
  };
}
