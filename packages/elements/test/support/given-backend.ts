import {
  defineBackend, limits, plainContent, SocialLearningError, type Backend, type Content, type Handlers, type Id, type Person, type Post, type Thread,
} from '@social-learning/sdk';

type OnEvent = Parameters<NonNullable<Backend['subscribe']>>[2];
type FeedEvent = Parameters<OnEvent>[0];

const space = {
  id: '01920000-0000-7000-8000-000000000001', slug: 'all', name: 'Everybody', readers: 'everybody' as const,
  posters: 'signed-in' as const, reactions: ['thanks' as const, 'insightful' as const],
};
const thread: Id = '01920000-0000-7000-8000-000000000002';
const topic = 'given';
const somebody: Person = {id: '01920000-0000-7000-8000-0000000000aa', name: 'Somebody', picture: null};

/** The id of the post of this number. */
export const idOf = (number: number): Id => `01920000-0000-7000-9000-${String(number).padStart(12, '0')}`;

/** The post of this number, as a backend may give it: what is left out is as usual. */
export function postOf(number: number, {text = `Post ${number}`, ...more}: Partial<Post> & {readonly text?: string} = {}): Post {
  return {
    id: idOf(number), thread, parent: null, depth: 0, position: String(number).padStart(6, '0'), author: somebody, state: 'visible',
    content: plainContent(text), createdAt: new Date(Date.now() - 7_200_000).toISOString(), editedAt: null, revision: 1, version: 1, replies: 0,
    accepted: false, reactions: {}, ...more,
  };
}

/** A paragraph that mentions somebody for each of these names. */
export function mentioning(names: readonly string[]): Content {
  const children = names.flatMap((name, index) => [
    {type: 'link', url: `person:${idOf(index).replace('-9000-', '-8000-')}`, children: [{type: 'text', value: `@${name}`}]},
    {type: 'text', value: ' '},
  ]);
  return {type: 'root', children: [{type: 'paragraph', children}]} as Content;
}

/** A backend that gives one thread of these posts, however little sense they make, and says on its feed what it is told to say. */
export class GivenBackend {
  readonly posts: Post[];
  /** The time that it tells. */
  serverTime = () => new Date().toISOString();
  readonly #listeners = new Set<OnEvent>();

  constructor(posts: readonly Post[]) {
    this.posts = [...posts];
  }

  /** As one person uses it. @param more What it does instead, or as well. */
  as(person: Person | null, more: Handlers = {}): Backend {
    return defineBackend({
      'me.read': () => ({
        organisation: {id: space.id, name: 'Given', timeZone: 'UTC'}, person, roles: person ? ['learner'] : [], memberships: [], space,
        limits: {source: 200_000, title: limits.title, depth: 100, editWindow: null, floodInterval: 0}, serverTime: this.serverTime(),
      }),
      'threads.read': ({subject}) => ({space, thread: this.#thread(subject), posts: {items: structuredClone(this.posts), before: null, after: null}, topic, cursor: '0'}),
      'posts.list': () => ({items: structuredClone(this.posts), before: null, after: null}),
      'posts.create': ({source, parent, subject}, {key}) => {
        if (!person || !key) throw new SocialLearningError('unauthenticated', 'Sign in.');
        const above = this.posts.find(({id}) => id === parent);
        const position = `${above?.position ?? ''}${String(this.posts.length + 1).padStart(6, '0')}`;
        const post = postOf(0, {
          id: key, text: source, author: person, parent: parent ?? null, depth: above ? above.depth + 1 : 0, position, createdAt: this.serverTime(),
        });
        this.posts.push(post);
        return {status: 'published', post, thread: this.#thread(subject.key)};
      },
      ...more,
    }, (_topics, _cursors, onEvent, signal) => new Promise(resolve => {
      this.#listeners.add(onEvent);
      signal.addEventListener('abort', () => {
        this.#listeners.delete(onEvent);
        resolve();
      });
      onEvent({type: 'ready', cursor: '0'});
    }));
  }

  /** How many listen to the feed. */
  get listeners(): number {
    return this.#listeners.size;
  }

  /** Says on the feed that a post came, or is another now. */
  tell(...posts: readonly Post[]): void {
    for (const post of posts) this.say({type: 'change', cursor: '0', change: {topic, verb: 'created', post} as never});
  }

  /** Says anything on the feed. */
  say(event: FeedEvent): void {
    for (const listener of this.#listeners) listener(structuredClone(event));
  }

  #thread(key: string): Thread {
    const now = new Date().toISOString();
    return {
      id: thread, space: space.id, subject: {key, title: null, url: null}, kind: 'discussion', title: null, question: null, state: 'open',
      answered: false, posts: this.posts.length, createdAt: now, lastActivityAt: now, version: this.posts.length,
    };
  }
}
