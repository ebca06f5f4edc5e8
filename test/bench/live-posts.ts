import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Page} from 'playwright';
import {startBrowser} from '../support/product.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import type {LivePage, Reading, Receiver} from './live-posts.page.ts';
import {mainThreadOf} from './main-thread.ts';
import {onPage, startPageSite} from './page-site.ts';
import {samplePosts} from './sample-posts.ts';
import {sampleThread} from './sample-thread.ts';

declare global {
  var livePage: LivePage;
}

const rounds = 3;
const receivers: readonly Receiver[] = ['ours', 'hand-written slabs', 'store alone', 'stream alone'];

/** Under what they receive. */
interface Setting {
  readonly reading: Reading;
  /** How many times slower the processor is made: as it is, or as that of a cheap telephone. */
  readonly slowness: number;
  readonly receivers: readonly Receiver[];
}

const plain: Setting = {reading: 'stays', slowness: 1, receivers};
const slow: Setting = {reading: 'stays', slowness: 4, receivers};
/** Who shows nothing has nothing to follow. */
const following: Setting = {reading: 'follows', slowness: 1, receivers: ['ours', 'hand-written slabs']};
const shown = 1_000;
const count = 700;
const rate = 70;

interface Run {
  readonly longTasks: number;
  /** Main-thread milliseconds. */
  readonly cpu: number;
}

/** 700 posts in 10 seconds come over HTTP into a thread of 1,000 that is read at its end, and to those who show nothing of them. */
export async function measureLivePosts(): Promise<Figure[]> {
  const streams = new Set<ServerResponse>();
  const site = await startPageSite('live-posts.page.ts', (request, response) => open(streams, request, response));
  const browser = await startBrowser();
  try {
    const runs = new Map<Setting, Map<Receiver, Run[]>>();
    for (const setting of [plain, slow, following]) runs.set(setting, new Map(setting.receivers.map(receiver => [receiver, []])));
    for (let round = 0; round < rounds; round++) {
      for (const [setting, ofReceivers] of runs) {
        for (const [receiver, found] of shuffled([...ofReceivers])) {
          found.push(await onPage(browser, site.address, page => measure(page, streams, receiver, setting)));
        }
      }
    }
    return figuresOf((receiver, setting, part) => median(runs.get(setting)!.get(receiver)!.map(run => run[part])));
  } finally {
    await browser.close();
    site.stop();
  }
}

async function measure(page: Page, streams: ReadonlySet<ServerResponse>, receiver: Receiver, {reading, slowness}: Setting): Promise<Run> {
  const thread = await mainThreadOf(page);
  await page.evaluate(([receiver, shown]) => globalThis.livePage.start(receiver, shown), [receiver, shown] as const);
  await thread.slowDown(slowness);
  await page.evaluate(reading => globalThis.livePage.begin(reading), reading);
  const before = await thread.worked();
  await writeAll(streams);
  const longTasks = await page.evaluate(count => globalThis.livePage.end(count), count);
  return {longTasks: longTasks.length, cpu: (await thread.worked()) - before};
}

/** Opens the live feed for whoever asks for it. */
function open(streams: Set<ServerResponse>, {url = ''}: IncomingMessage, response: ServerResponse): void {
  if (!url.startsWith('/v1/feed')) return void response.writeHead(404).end();
  response.writeHead(200, {'content-type': 'text/event-stream'});
  response.write('id: 0\nevent: ready\ndata: {}\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

/** Writes a new post at each beat, with the thread that it is in, as the server does. */
async function writeAll(streams: ReadonlySet<ServerResponse>): Promise<void> {
  const posts = samplePosts(shown + count);
  const start = performance.now();
  for (let number = 0; number < count; number++) {
    const wait = start + (number * 1_000) / rate - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    const post = {...posts[shown + number]!, createdAt: new Date().toISOString()};
    const thread = {...sampleThread(posts), posts: shown + number + 1, version: number + 2, lastActivityAt: post.createdAt};
    const change = JSON.stringify({topic: 'bench', verb: 'posted', post, thread});
    for (const stream of streams) stream.write(`id: ${number + 1}\nevent: change\ndata: ${change}\n\n`);
  }
}

function figuresOf(value: (receiver: Receiver, setting: Setting, part: keyof Run) => number): Figure[] {
  const what = `${count} live posts in ${count / rate} s into ${shown.toLocaleString('en')} shown`;
  const longTasks = (circumstances: string, setting: Setting, other: number, beside: string, target = '') =>
    figure(`${what}${circumstances}, long tasks, beside ${beside}`, 'tasks', value('ours', setting, 'longTasks'), other, target);
  const cpu = (circumstances: string, setting: Setting, receiver: Receiver, beside: string) =>
    figure(`${what}${circumstances}, beside ${beside}`, 'CPU ms', value('ours', setting, 'cpu'), value(receiver, setting, 'cpu'));
  const onSlow = ` at ${slow.slowness}x slower CPU`;
  const whileFollowing = ' while one keeps to the newest';
  return [
    longTasks('', plain, value('stream alone', plain, 'longTasks'), 'receiving them alone', '≤ 1'),
    longTasks(onSlow, slow, value('stream alone', slow, 'longTasks'), 'receiving them alone', '≤ 1'),
    longTasks(onSlow, slow, value('hand-written slabs', slow, 'longTasks'), 'hand-written slabs'),
    longTasks(whileFollowing, following, value('stream alone', plain, 'longTasks'), 'receiving them alone', '≤ 1'),
    cpu('', plain, 'stream alone', 'receiving them alone'),
    cpu('', plain, 'store alone', 'the SDK that keeps them and shows nothing'),
    cpu('', plain, 'hand-written slabs', 'hand-written slabs'),
    cpu(whileFollowing, following, 'hand-written slabs', 'hand-written slabs'),
  ];
}
