import {
  browserEnvironment, createClient, createId, httpBackend, indexedDbOutbox, memoryStorage, type Backend, type Client, type Environment, type Id, type NewPost,
} from '@social-learning/sdk';
import type {Rule} from '@social-learning/sdk/guidelines';
import type {DecisionAction} from '@social-learning/sdk/moderation';
import {backendUrl, tokenFor} from '../../.storybook/backend.ts';

/** Who plays in the stories, by the subject of their tokens. */
const names = {ann: 'Ann Bakker', bram: 'Bram Visser', chidi: 'Chidi Okafor', dana: 'Dana Levy', mo: 'Mo the moderator', kit: 'Kit the curator'} as const;
export type Player = keyof typeof names;

const rolesOf: Partial<Record<Player, readonly string[]>> = {mo: ['moderator'], kit: ['curator']};

/** The stories' backend as one person uses it; `null` for a guest. */
export function backendAs(player: Player | null): Backend {
  return httpBackend({
    url: backendUrl,
    getToken: async () => (player ? tokenFor(player, names[player], rolesOf[player] ?? []) : null),
  });
}

/** The stories' backend as a mentor uses it. */
export function mentorBackend(name: string): Backend {
  return httpBackend({url: backendUrl, getToken: () => tokenFor(name, name, ['mentor'])});
}

/** A client as in a browser of its own: stories share nothing but the backend. */
export function clientOf(backend: Backend, environment: Partial<Environment> = {}): Client {
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
      ...environment,
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

  /** Somebody thanks others on the subject. */
  async giveKudos(player: Player, to: readonly Player[], message: string, value?: string): Promise<void> {
    const input = {space: this.space, to: [...to], message, subject: {key: this.subject, title: 'A day of the course'}, ...(value && {value})};
    await backendAs(player).call('kudos.give', input, {key: newId()});
  }

  async accept(player: Player, post: Id): Promise<void> {
    await backendAs(player).call('posts.accept', {post, on: true}, {key: newId()});
  }

  async edit(player: Player, post: Id, source: string, reason?: string): Promise<void> {
    const backend = backendAs(player);
    const {revision} = await backend.call('sources.read', {post});
    await backend.call('posts.edit', {post, revision, source, ...(reason && {reason})}, {key: newId()});
  }

  /** A moderator pins a post above the others. */
  async pin(post: Id): Promise<void> {
    await backendAs('mo').call('posts.pin', {post, on: true}, {key: newId()});
  }

  async remove(player: Player, post: Id): Promise<void> {
    await backendAs(player).call('posts.remove', {post}, {key: newId()});
  }

  /** A curator writes guidelines, that people have to agree to before their first post from then on. */
  async agreeOn(rules: readonly Rule[], required = true): Promise<void> {
    const kit = backendAs('kit');
    const {guidelines} = await kit.call('guidelines.read', {space: this.space});
    await kit.call('guidelines.publish', {space: this.space, revision: guidelines?.version ?? 0, required, rules: [...rules]}, {key: newId()});
  }

  async agree(player: Player): Promise<void> {
    const backend = backendAs(player);
    const {guidelines} = await backend.call('guidelines.read', {space: this.space});
    if (guidelines) await backend.call('guidelines.accept', {space: this.space, version: guidelines.version}, {key: newId()});
  }

  async report(player: Player, post: Id, note: string, rule?: string): Promise<void> {
    await backendAs(player).call('reports.create', {target: {type: 'post', id: post}, note, ...(rule && {rule})}, {key: newId()});
  }

  /** A moderator decides about a post that nobody has decided about. */
  async decide(post: Id, action: DecisionAction, reason?: string, rule?: string): Promise<void> {
    const input = {target: {type: 'post' as const, id: post}, revision: 0, action, ...(reason && {reason}), ...(rule && {rule})};
    await backendAs('mo').call('cases.decide', input, {key: newId()});
  }

  async lock(): Promise<void> {
    const mo = backendAs('mo');
    const {thread} = await mo.call('threads.read', {subject: this.subject, space: this.space});
    await mo.call('threads.lock', {thread: thread!.id, on: true}, {key: newId()});
  }
}
