import '@social-learning/elements/thread/define';
import {createClient, defineBackend, httpBackend, type Backend, type Client, type Post} from '@social-learning/sdk';
import {HandWrittenList} from './hand-written.ts';
import {frame, painted} from './idle-tasks.ts';
import {LongTasks} from './long-tasks.ts';
import {samplePosts} from './sample-posts.ts';
import {pageOf, sampleMe, sampleSpace, sampleThread} from './sample-thread.ts';

/** Who hears of the posts: our element, a list by hand, the SDK with nothing to show them, or nobody who keeps them. */
export type Receiver = 'ours' | 'hand-written slabs' | 'store alone' | 'stream alone';

/** What a reader at the end of the thread does while posts come: reads on there, or keeps to the newest. */
export type Reading = 'stays' | 'follows';

/** What the page offers to the bench. */
export interface LivePage {
  /** Has somebody receive, who shows so many posts already if they show any. Settles when the stream is open. */
  start(receiver: Receiver, count: number): Promise<void>;
  /** From now on long tasks count. */
  begin(reading: Reading): void;
  /** Settles when so many posts came and are where they belong. Answers with the milliseconds of each long task. */
  end(count: number): Promise<readonly number[]>;
}

const place = document.querySelector<HTMLElement>('main')!;
const http = httpBackend({url: location.origin});
const longTasks = new LongTasks();
let posts: readonly Post[] = [];
let held: () => number = () => 0;

const page: LivePage = {
  async start(receiver, count) {
    posts = samplePosts(count);
    await receivers[receiver]();
    // What was not laid out yet is higher or lower than it was taken to be, so that the end moves.
    for (let frames = 0; frames < 10; frames++) {
      goToEnd();
      await painted();
    }
  },
  begin(reading) {
    longTasks.begin();
    if (reading === 'follows') follow();
  },
  async end(count) {
    while (held() < count) await frame();
    await painted();
    return longTasks.end();
  },
};
Object.assign(globalThis, {livePage: page});

function goToEnd(): void {
  scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
}

function follow(): void {
  goToEnd();
  requestAnimationFrame(follow);
}

const receivers: Record<Receiver, () => Promise<void>> = {
  async 'ours'() {
    const element = document.createElement('sl-thread');
    const client = createClient({backend: backend()});
    Object.assign(element, {client, subject: 'bench'});
    place.append(element);
    // Counted by slabs: to look through the whole tree in every frame would be most of what is measured.
    const countNodes = () => [...element.shadowRoot?.querySelector('.posts')?.children ?? []].reduce((sum, slab) => sum + slab.childElementCount, 0);
    while (countNodes() < posts.length) await frame();
    const before = posts.length;
    held = () => countNodes() - before;
    await isLive(client);
  },
  async 'hand-written slabs'() {
    const element = document.createElement('div');
    const list = new HandWrittenList(element, posts, true);
    place.append(element);
    list.fillAll();
    await listen(post => list.add(post));
  },
  async 'store alone'() {
    const client = createClient({backend: backend()});
    const thread = client.thread({subject: 'bench'});
    thread.$state.subscribe(() => undefined);
    while (thread.posts.items.length < posts.length) await frame();
    held = () => thread.posts.items.length - posts.length;
    await isLive(client);
  },
  'stream alone': () => listen(() => undefined),
};

/** Answers at once with all posts, and hears of others from the server. */
function backend(): Backend {
  return defineBackend({
    'me.read': sampleMe,
    'threads.read': () => ({space: sampleSpace, thread: sampleThread(posts), posts: pageOf(posts, 0, posts.length), topic: 'bench', cursor: '0'}),
    'posts.list': () => pageOf(posts, 0, posts.length),
    'posts.create': () => {
      throw new Error('Nobody writes here.');
    },
    'posts.react': () => {
      throw new Error('Nobody thanks here.');
    },
  }, http.subscribe!.bind(http));
}

async function isLive({feed}: Client): Promise<void> {
  while (feed.$connection.get() !== 'live') await frame();
}

/** Hears of posts without a client. */
async function listen(onPost: (post: Post) => void): Promise<void> {
  let came = 0;
  let isOpen = false;
  held = () => came;
  void http.subscribe!(['bench'], ['0'], event => {
    isOpen = true;
    if (event.type !== 'change') return;
    came++;
    onPost(event.change.post!);
  }, new AbortController().signal);
  while (!isOpen) await frame();
}
