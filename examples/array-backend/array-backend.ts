import {
  defineBackend, plainContent, SocialLearningError, type Backend, type FailureCode, type Id, type Person, type Post, type Thread,
} from '@social-learning/sdk';

const space = {
  id: '01920000-0000-7000-8000-000000000001', slug: 'all', name: 'Everybody', readers: 'everybody' as const,
  posters: 'signed-in' as const, reactions: ['thanks' as const],
};

/** A whole backend over nothing but an array. */
export class ArrayBackend {
  readonly #posts: Post[] = [];
  readonly #threads = new Map<string, Thread>();
  readonly #acts = new Map<string, {body: string; answer: unknown}>();

  /** The backend as one person uses it; `null` for a guest. */
  as(person: Person | null): Backend {
    /** Does an act once: the same key gets the same answer, and with another body it is refused. */
    const once = <Answer>(key: Id | undefined, input: object, act: (id: Id, person: Person) => Answer): Answer => {
      if (!person) refuse('unauthenticated', 'Sign in to post.');
      if (!key) refuse('idempotency-key-missing', 'An act needs a key.');
      const body = JSON.stringify(input);
      const before = this.#acts.get(`${person.id} ${key}`);
      if (before && before.body !== body) refuse('idempotency-key-reused', 'This key was used for something else.');
      const answer = before ? (before.answer as Answer) : act(key, person);
      this.#acts.set(`${person.id} ${key}`, {body, answer});
      return structuredClone(answer);
    };

    return defineBackend({
      'me.read': () => ({
        organisation: {id: space.id, name: 'An array', timeZone: 'UTC'}, person, roles: person ? ['learner'] : [], memberships: [], space,
        limits: {source: 20_000, title: 200, depth: 100, editWindow: null, floodInterval: 0}, serverTime: now(),
      }),
      'threads.read': ({subject, limit}) => {
        const thread = this.#threads.get(subject) ?? null;
        const posts = thread ? this.#page(thread.id, 0, limit) : {items: [], before: null, after: null};
        return structuredClone({space, thread, posts, topic: subject, cursor: '0'});
      },
      'posts.list': ({thread, cursor, from, limit = 20}) => {
        const count = this.#posts.filter(post => post.thread === thread).length;
        const [start, end] = cursor?.split('-').map(Number) ?? [from === 'end' ? count - limit : 0, from === 'end' ? count : limit];
        return this.#page(thread, Math.max(0, start!), end! - Math.max(0, start!));
      },
      'posts.create': (input, {key}) =>
        once(key, input, (id, author) => {
          if (input.source.trim() === '') refuse('invalid', 'Write something first.');
          if (input.source.length > 20_000) refuse('invalid', 'A post has at most 20,000 characters.');
          const parent = input.parent === undefined ? undefined : this.#posts.find(post => post.id === input.parent);
          if (input.parent !== undefined && !parent) refuse('not-found', 'What this replies to is not there.');
          const {key: subject, title = null, url = null} = input.subject;
          const thread: Thread = this.#threads.get(subject) ?? {
            id, space: space.id, subject: {key: subject, title, url}, kind: input.kind ?? 'discussion', title: input.title ?? null,
            question: input.kind === 'question' ? id : null, state: 'open', answered: false, posts: 0, createdAt: now(),
            lastActivityAt: now(), version: 0,
          };
          this.#threads.set(subject, {...thread, posts: thread.posts + 1, lastActivityAt: now(), version: thread.version + 1});
          const post: Post = {
            id, thread: thread.id, parent: parent?.id ?? null, depth: parent ? parent.depth + 1 : 0,
            position: (parent?.position ?? '') + String(this.#posts.length).padStart(6, '0'), author, state: 'visible',
            content: plainContent(input.source), createdAt: now(), editedAt: null, revision: 1, version: 1, replies: 0, accepted: false,
            reactions: {},
          };
          this.#posts.push(post);
          return {status: 'published' as const, post, thread: this.#threads.get(subject)!};
        }),
    });
  }

  #page(thread: Id, start: number, limit = 20) {
    const all = this.#posts.filter(post => post.thread === thread).sort((a, b) => (a.position < b.position ? -1 : 1));
    const end = start + limit;
    return {
      items: structuredClone(all.slice(start, end)),
      before: start > 0 ? `${Math.max(0, start - limit)}-${start}` : null,
      after: end < all.length ? `${end}-${end + limit}` : null,
    };
  }
}

function now(): string {
  return new Date().toISOString();
}

function refuse(code: FailureCode, message: string): never {
  throw new SocialLearningError(code, message);
}
