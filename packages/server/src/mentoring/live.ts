import type {Topics} from '../feed/topics.ts';
import type {Follower} from '../log/followers.ts';
import {newsOf} from '../notifications/news.ts';

/** Lets the two of a mentorship, on every device, learn at once that something about it changed. */
export function tellTheTwo(topics: Topics): Follower {
  return {
    name: 'mentoring-live',
    follow: (_, entries) => Promise.resolve(entries
      .filter(({objectType, imported}) => objectType === 'mentorship' && !imported)
      .flatMap(({organisation, object, people, at}) =>
        [...new Set(people)].map(person => newsOf(topics, organisation, person, {mentorship: object!}, at.toISOString())))),
  };
}
