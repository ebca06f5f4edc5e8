import '@social-learning/elements/thread/define';
import {createClient, defineBackend, type Backend, type Post} from '@social-learning/sdk';
import {HandWrittenList} from './hand-written.ts';
import {frame, holdIdleTasks, painted, runIdleTasks} from './idle-tasks.ts';
import {samplePosts} from './sample-posts.ts';
import {pageOf, sampleMe, sampleSpace, sampleThread} from './sample-thread.ts';

/** What is measured: our element with all posts in one answer, with its own pages of 20, and three lists by hand. */
export type Arm = 'ours' | 'ours, pages of 20' | 'hand-written slabs' | 'hand-written window' | 'all laid out';

/** Posts that are in sight at once, about. */
const inSight = 9;

/** What the page offers to the bench. */
export interface RenderingPage {
  prepare(count: number): void;
  /** Shows the posts. Settles when they are on screen; work for idle time waits until it is asked for. */
  mount(arm: Arm): Promise<void>;
  /** Does what was put off to idle time, until all posts are in the DOM. */
  finish(): Promise<void>;
  /** Shows so many new posts, one a frame. */
  add(count: number): Promise<void>;
  /** Puts every post into the DOM, and lets go of those that only the bench holds. */
  fillAndLetGo(): Promise<void>;
  countPosts(): number;
}

const place = document.querySelector<HTMLElement>('main')!;
holdIdleTasks();

let posts: Post[] = [];
let spare: Post[] = [];
let show: (post: Post) => void = () => undefined;
let fillAll: () => void = () => undefined;
let target: Element;

const countPosts = () => target.shadowRoot?.querySelectorAll('.post').length ?? 0;

const page: RenderingPage = {
  prepare(count) {
    // Read from text, as from an answer: no two posts share a part.
    const all = JSON.parse(JSON.stringify(samplePosts(count + 100))) as Post[];
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
      const list = new HandWrittenList(element, arm === 'hand-written window' ? posts.slice(0, inSight) : posts, arm !== 'all laid out');
      place.append(element);
      show = post => list.add(post);
      fillAll = () => list.fillAll();
    }
    await painted();
  },
  finish: () => runIdleTasks(),
  async add(count) {
    for (const post of spare.splice(0, count)) {
      show(post);
      await frame();
    }
    await painted();
  },
  async fillAndLetGo() {
    await runIdleTasks();
    fillAll();
    await painted();
    posts = [];
    spare = [];
  },
  countPosts,
};
Object.assign(globalThis, {page});

/** A backend over the array, whose answers are there at once. */
function backendOf(size: number): Backend {
  const thread = sampleThread(posts);
  return defineBackend({
    'me.read': sampleMe,
    'threads.read': () => ({space: sampleSpace, thread, posts: pageOf(posts, 0, size), topic: 'bench', cursor: '0'}),
    'posts.list': ({cursor, limit = 20}) => pageOf(posts, Number(cursor), limit),
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
