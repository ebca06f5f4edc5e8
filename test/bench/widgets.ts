import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright';
import {buildCdnIfChanged} from '../../packages/dev/src/build/cdn.ts';
import {startBackend} from '../../packages/dev/src/process/backend.ts';
import {apiAs, post, space} from '../support/people.ts';
import {startBrowser} from '../support/product.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import {longFrom} from './long-tasks.ts';
import {mainThreadOf} from './main-thread.ts';

const rounds = 5;
const many = 20;
const postsOfEach = 5;
const slowness = 4;

/** How the threads stand: one below the other, as on a page of a course, or all of them in sight, each in a small box. */
const layouts = {
  'below each other': '',
  'all in sight': 'main {display: grid; grid-template-columns: repeat(5, 1fr); grid-auto-rows: 180px; gap: 8px} main > * {overflow: auto}',
} as const;
type Layout = keyof typeof layouts;

interface Run {
  /** Threads that were loaded. */
  readonly loaded: number;
  /** Milliseconds of long tasks beyond the first 50 of each. */
  readonly blocking: number;
  /** Main-thread milliseconds. */
  readonly cpu: number;
  /** Streams of the live feed that are open in the end. */
  readonly connections: number;
  /** Streams that were opened in all. */
  readonly opened: number;
  /** Host tokens that were asked for, and exchanged for a session. */
  readonly tokens: number;
  readonly exchanges: number;
}

/** A page with twenty threads beside one with a single thread: the files for a script tag, the real server, somebody who is signed in. */
export async function measureWidgets(): Promise<Figure[]> {
  await buildCdnIfChanged();
  // A copy: what is built meanwhile changes nothing.
  const scripts = mkdtempSync(join(tmpdir(), 'social-learning-bench-'));
  cpSync('packages/elements/cdn', scripts, {recursive: true});
  const demo = await startBackend(['--site', 'examples/intranet', '--scripts', scripts]);
  const browser = await startBrowser();
  try {
    await fill(demo.url);
    const arms = (Object.keys(layouts) as Layout[]).flatMap(layout => [1, many].map(count => ({layout, count, runs: [] as Run[]})));
    for (let round = 0; round < rounds; round++) {
      for (const {layout, count, runs} of shuffled(arms)) runs.push(await measure(browser, demo.url, layout, count));
    }
    return figuresOf((layout, count, part) => median(arms.find(arm => arm.layout === layout && arm.count === count)!.runs.map(run => run[part])));
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(scripts, {recursive: true, force: true});
  }
}

const subjectOf = (number: number) => `widget-${number}`;

/** Gives each thread its posts, by people in turn, so that none of them writes too fast. */
async function fill(url: string): Promise<void> {
  const writers = ['amara', 'joris', 'tomas', 'sanne'].map(person => apiAs(url, person));
  await Promise.all(writers.map(async (writer, turn) => {
    for (let number = turn; number < many; number += writers.length) {
      for (let index = 0; index < postsOfEach; index++) await post(writer, subjectOf(number), `Post ${index} of thread ${number}, with **some** words in it. `.repeat(3));
    }
  }));
}

function pageWith(layout: Layout, count: number): string {
  const threads = Array.from({length: count}, (_, number) => `<div><sl-thread subject="${subjectOf(number)}" space="${space}"></sl-thread></div>`);
  return `<!doctype html><html lang="en"><title>Threads</title><meta name="social-learning-token-endpoint" content="/demo/token?person=amara">
    <style>${layouts[layout]}</style><script type="module" src="/sl.js"></script><h1>A page that has painted text</h1><main>${threads.join('')}</main>`;
}

async function measure(browser: Browser, url: string, layout: Layout, count: number): Promise<Run> {
  const context = await browser.newContext({viewport: {width: 1_200, height: 900}});
  try {
    const page = await context.newPage();
    const asked = countRequests(page);
    await page.route('**/threads', route => route.fulfill({contentType: 'text/html', body: pageWith(layout, count)}));
    await page.addInitScript(watchPage);
    const thread = await mainThreadOf(page);
    await thread.slowDown(slowness);
    await page.goto(`${url}/threads`);
    await page.waitForFunction(() => globalThis.watched.loaded > 0 && performance.now() - globalThis.watched.last > 2_000, undefined, {polling: 500, timeout: 60_000}).catch(async (error: unknown) => {
      throw new Error(`The page does not come to rest: ${JSON.stringify(await page.evaluate(() => ({...globalThis.watched, now: performance.now()})))}`, {cause: error});
    });
    const {loaded, durations} = await page.evaluate(() => ({loaded: globalThis.watched.loaded, durations: globalThis.watched.longTasks}));
    if (layout === 'all in sight' && loaded !== count) throw new Error(`${loaded} of ${count} threads in sight were loaded.`);
    const blocking = durations.reduce((sum, duration) => sum + duration - longFrom, 0);
    return {loaded, blocking, cpu: await thread.worked(), ...asked};
  } finally {
    await context.close();
  }
}

declare global {
  /** What went on in a page since it began. */
  var watched: {loaded: number; readonly longTasks: number[]; /** When something was loaded or took long for the last time. */ last: number};
}

/** Runs in the page before anything else, so that it can use nothing from here. */
function watchPage(): void {
  const watched: typeof globalThis.watched = (globalThis.watched = {loaded: 0, longTasks: [], last: 0});
  const note = () => (watched.last = performance.now());
  addEventListener('sl-thread-loaded', () => {
    watched.loaded++;
    note();
  }, {capture: true});
  new PerformanceObserver(list => {
    watched.longTasks.push(...list.getEntries().map(({duration}) => duration));
    note();
  }).observe({type: 'longtask', buffered: true});
  new PerformanceObserver(note).observe({type: 'resource', buffered: true});
}

/** Counts what a page asks for, from now on. */
function countRequests(page: Page): Pick<Run, 'connections' | 'opened' | 'tokens' | 'exchanges'> {
  const counted = {connections: 0, opened: 0, tokens: 0, exchanges: 0};
  const isStream = (address: string) => new URL(address).pathname === '/v1/feed';
  page.on('request', request => {
    const {pathname} = new URL(request.url());
    if (pathname === '/demo/token') counted.tokens++;
    if (pathname === '/v1/session' && request.method() === 'POST') counted.exchanges++;
    if (!isStream(request.url())) return;
    counted.connections++;
    counted.opened++;
  });
  for (const type of ['requestfinished', 'requestfailed'] as const) {
    page.on(type as 'requestfinished', request => {
      if (isStream(request.url())) counted.connections--;
    });
  }
  return counted;
}

function figuresOf(value: (layout: Layout, count: number, part: keyof Run) => number): Figure[] {
  return [
    ...(Object.keys(layouts) as Layout[]).flatMap(layout => {
      const what = `${many} threads on a page, ${layout} (${value(layout, many, 'loaded')} load by themselves)`;
      const besideOne = (part: keyof Run) => [value(layout, many, part), value(layout, 1, part)] as const;
      return [
        figure(`${what}, blocking time at ${slowness}x slower CPU, beside one`, 'ms', ...besideOne('blocking'), '≤ 2'),
        figure(`${what}, at ${slowness}x slower CPU, beside one`, 'CPU ms', ...besideOne('cpu')),
      ];
    }),
    figure(`${many} threads in sight, live connections, beside one`, 'connections', value('all in sight', many, 'connections'), 1, '≤ 1'),
    figure(`${many} threads in sight, streams that were opened until all are live, beside one thread`, 'streams', value('all in sight', many, 'opened'), value('all in sight', 1, 'opened')),
    figure(`${many} threads in sight, tokens of the host, beside one`, 'tokens', value('all in sight', many, 'tokens'), 1, '≤ 1'),
    figure(`${many} threads in sight, tokens exchanged for a session, beside one`, 'tokens', value('all in sight', many, 'exchanges'), 1, '≤ 1'),
  ];
}
