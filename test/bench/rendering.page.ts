import '@social-learning/elements/thread/define';
import {createClient, defineBackend, type Backend, type Person, type Post} from '@social-learning/sdk';
import {HandWrittenList} from './hand-written.ts';
import {samplePosts} from './sample-posts.ts';

/** What is measured: our element with all posts in one answer, with its own pages of 20, and two lists by hand. */
export type Arm = 'ours' | 'ours, pages of 20' | 'hand-written slabs' | 'all laid out';

/** What the page offers to the bench. */
export interface RenderingPage {
  prepare(count: number): void;
  /** Shows the posts. Settles when they are on screen; work for idle time waits until it is asked for. */
  mount(arm: Arm): Promise<void>;
  /** Does what was put off to idle time, until all posts are in the DOM. */
  finish(): Promise<void>;
  /** Shows so many new posts, one a frame. */
  add(count: number): Promise<void>;
  countPosts(): number;
}

const space = {id: '01920000-0000-7000-8000-000000000001', slug: 'all', name: 'All', readers: 'everybody' as const, posters: 'signed-in' as const, reactions: ['thanks' as const]};
const me: Person = {id: '01920009-0000-7000-8000-000000000001', name: 'Reader', picture: null};
const place = document.querySelector<HTMLElement>('main')!;
const idle: IdleRequestCallback[] = [];
globalThis.requestIdleCallback = task => idle.push(task);

let posts: Post[] = [];
let spare: Post[] = [];
let show: (post: Post) => void = () => undefined;
let target: Element;

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
const painted = async () => {
  await frame();
  await frame();
};
const countPosts = () => target.shadowRoot?.querySelectorAll('.post').length ?? 0;

const page: RenderingPage = {
  prepare(count) {
    const all = samplePosts(count + 100);
    posts = all.slice(0, count);
    spare = all.slice(count);
  },
  async mount(arm) {
    if (arm === 'ours' || arm === 'ours, pages of 20') {
      const element = document.createElement('sl-thread');
      element.client = createClient({backend: backendOf(arm === 'ours' ? posts.length : 20)});
      element.subject = 'bench';
      element.fetchAhead = 20_000;
      target = element;
      place.append(element);
      while (countPosts() === 0) await frame();
    } else {
      const element = document.createElement('div');
      target = element;
      const list = new HandWrittenList(element, posts, arm === 'hand-written slabs');
      place.append(element);
      show = post => list.add(post);
    }
    await painted();
  },
  async finish() {
    for (let quiet = 0; quiet < 30; quiet++) {
      if (idle.length > 0) quiet = 0;
      for (const task of idle.splice(0)) task({didTimeout: false, timeRemaining: () => 8});
      await frame();
    }
  },
  async add(count) {
    for (const post of spare.splice(0, count)) {
      show(post);
      await frame();
    }
    await painted();
  },
  countPosts,
};
Object.assign(globalThis, {page});

/** A backend over the array, whose answers are there at once. */
function backendOf(size: number): Backend {
  const thread = {
    id: posts[0]!.thread, space: space.id, subject: {key: 'bench', title: null, url: null}, kind: 'discussion' as const, title: null, question: null,
    state: 'open' as const, answered: false, posts: posts.length, createdAt: posts[0]!.createdAt, lastActivityAt: posts[0]!.createdAt, version: 1,
  };
  const pageAt = (start: number, length: number) => ({
    items: posts.slice(start, start + length), before: start > 0 ? 'before' : null, after: start + length < posts.length ? String(start + length) : null,
  });
  return defineBackend({
    'me.read': () => ({
      organisation: {id: space.id, name: 'Bench', timeZone: 'UTC'}, person: me, roles: ['learner'], memberships: [], space,
      limits: {source: 20_000, title: 200, depth: 100, editWindow: null, floodInterval: 0}, serverTime: new Date().toISOString(),
    }),
    'threads.read': () => ({space, thread, posts: pageAt(0, size), topic: 'bench', cursor: '0'}),
    'posts.list': ({cursor, limit = 20}) => pageAt(Number(cursor), limit),
    'posts.create': () => {
      throw new Error('Nobody writes here.');
    },
    'posts.react': () => {
      throw new Error('Nobody thanks here.');
    },
  }, async (_topics, _cursors, onEvent, signal) => {
    onEvent({type: 'ready', cursor: '0'});
    show = post => onEvent({type: 'change', cursor: post.position, change: {topic: 'bench', verb: 'posted', post}});
    await new Promise(resolve => signal.addEventListener('abort', resolve));
  });
}
