import type {Output, Person, Post, Space, Thread} from '@social-learning/sdk';

export const sampleSpace: Space = {id: '01920000-0000-7000-8000-000000000001', slug: 'all', name: 'All', readers: 'everybody', posters: 'signed-in', reactions: ['thanks']};

const reader: Person = {id: '01920009-0000-7000-8000-000000000001', name: 'Reader', picture: null};

/** Somebody who may answer and thank, which costs more to show than to let somebody only read. */
export const sampleMe = (): Output<'me.read'> => ({
  organisation: {id: sampleSpace.id, name: 'Bench', timeZone: 'UTC'}, person: reader, roles: ['learner'], memberships: [], space: sampleSpace,
  limits: {source: 20_000, title: 200, depth: 100, editWindow: null, floodInterval: 0}, serverTime: new Date().toISOString(),
});

/** The thread that the posts are in. */
export function sampleThread(posts: readonly Post[]): Thread {
  return {
    id: posts[0]!.thread, space: sampleSpace.id, subject: {key: 'bench', title: null, url: null}, kind: 'discussion', title: null, question: null,
    state: 'open', answered: false, posts: posts.length, createdAt: posts[0]!.createdAt, lastActivityAt: posts[0]!.createdAt, version: 1,
  };
}

/** So many posts from a place on, as a page of them; the cursor is the place. */
export function pageOf(posts: readonly Post[], start: number, length: number): Output<'posts.list'> {
  return {items: posts.slice(start, start + length), before: start > 0 ? 'before' : null, after: start + length < posts.length ? String(start + length) : null};
}
