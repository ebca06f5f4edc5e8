import {
  browserEnvironment, createClient, createId, httpBackend, indexedDbOutbox, memoryStorage, type Backend, type Client, type Id, type NewPost,
} from '@social-learning/sdk';
import {backendUrl, tokenFor} from '../../.storybook/backend.ts';

/** Who plays in the stories, by the subject of their tokens. */
const names = {ann: 'Ann Bakker', bram: 'Bram Visser', chidi: 'Chidi Okafor', dana: 'Dana Levy', mo: 'Mo the moderator'} as const;
export type Player = keyof typeof names;

/** The stories' backend as one person uses it; `null` for a guest. */
export function backendAs(player: Player | null): Backend {
  return httpBackend({
    url: backendUrl,
    getToken: async () => (player ? tokenFor(player, names[player], player === 'mo' ? ['moderator'] : []) : null),
  });
}

/** The stories' backend as a mentor uses it. */
export function mentorBackend(name: string): Backend {
  return httpBackend({url: backendUrl, getToken: () => tokenFor(name, name, ['mentor'])});
}

/** A client as in a browser of its own: stories share nothing but the backend. */
export function clientOf(backend: Backend): Client {
  const page = browserEnvironment();
  const apart = crypto.randomUUID();
  return createClient({
    backend,
    environment: {
      ...page,
      lock: (name, signal, task) => page.lock(`${apart} ${name}`, signal, task),
      channel: name => page.channel(`${apart} ${name}`),
      openOutbox: () => Promise.resolve(indexedDbOutbox(indexedDB, apart)),
      drafts: memoryStorage(),
    },
  });
}

const newId = (): Id => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

/** A subject that people have talked about before the story begins. */
export class Stage {
  readonly subject = `stories/${newId()}`;
  readonly space: string;

  constructor(space = 'stories') {
    this.space = space;
  }

  /** Somebody posts; gives the id of the post. */
  async say(player: Player, source: string, {subject, ...more}: Partial<NewPost> = {}): Promise<Id> {
    const input = {space: this.space, subject: {key: this.subject, ...subject}, source, ...more};
    const {post} = await backendAs(player).call('posts.create', input, {key: newId()});
    return post.id;
  }

  async thank(player: Player, post: Id): Promise<void> {
    await backendAs(player).call('posts.react', {post, kind: 'thanks', on: true}, {key: newId()});
  }

  async accept(player: Player, post: Id): Promise<void> {
    await backendAs(player).call('posts.accept', {post, on: true}, {key: newId()});
  }

  async remove(player: Player, post: Id): Promise<void> {
    await backendAs(player).call('posts.remove', {post}, {key: newId()});
  }

  async lock(): Promise<void> {
    const mo = backendAs('mo');
    const {thread} = await mo.call('threads.read', {subject: this.subject, space: this.space});
    await mo.call('threads.lock', {thread: thread!.id, on: true}, {key: newId()});
  }
}
