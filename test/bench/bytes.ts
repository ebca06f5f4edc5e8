import {readFileSync} from 'node:fs';
import {buildCdnIfChanged} from '../../packages/dev/src/build/cdn.ts';
import {allSent, say} from '../support/people.ts';
import {startBrowser, startDemo} from '../support/product.ts';
import {figure, type Figure} from './figure.ts';

/** Bytes after gzip that the smallest other widget for comments loads to be read: Isso's script and style sheet. */
const smallestPeer = 20_900;

/** A page with a thread and nothing else, for somebody who is signed in: other elements of a page would be counted with it. */
const host = `<!doctype html><html lang="en"><title>A thread</title>
  <meta name="social-learning-token-endpoint" content="/demo/token?person=amara">
  <script type="module" src="/sl.js"></script>
  <sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>`;

/**
 * What Chromium had asked for by the frame in which the first posts are on screen, and from then until a post was sent, from the files for a
 * script tag.
 */
export async function measureBytes(): Promise<Figure[]> {
  await buildCdnIfChanged();
  const chunks = JSON.parse(readFileSync('packages/elements/cdn/manifest.json', 'utf8')) as Record<string, {readonly gzip: number}>;
  const demo = await startDemo();
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => addEventListener('sl-thread-loaded', () => {
      // The frame after the event shows what the event tells of; what comes after it was painted is later.
      requestAnimationFrame(() => setTimeout(() => performance.mark('shown')));
    }, {capture: true, once: true}));
    await page.route('**/a-thread', route => route.fulfill({contentType: 'text/html', body: host}));
    await page.goto(`${demo.url}/a-thread`);
    await page.locator('[part~="write"]').waitFor();
    await say(page, 'What does this weigh?');
    await allSent(page);
    const files = await page.evaluate(() => {
      const shown = performance.getEntriesByName('shown')[0]!.startTime;
      return performance.getEntriesByType('resource').map(({name, startTime}) => ({path: new URL(name).pathname.slice(1), before: startTime <= shown}));
    });
    const size = (before: boolean) =>
      [...new Set(files.filter(file => file.before === before).map(({path}) => path))].reduce((sum, path) => sum + (chunks[path]?.gzip ?? 0), 0);
    return [
      figure('script loaded by the time the first posts are on screen, beside 24,000 promised', 'bytes gzip', size(true), 24_000, '≤ 1'),
      figure('script loaded by the time the first posts are on screen, beside the smallest peer (Isso, which is not live)', 'bytes gzip', size(true), smallestPeer),
      figure('script from then until a post was sent: what stands around the posts, the session, the live feed and writing, beside 12,000 promised for writing alone', 'bytes gzip', size(false), 12_000),
    ];
  } finally {
    await browser.close();
    await demo.stop();
  }
}
