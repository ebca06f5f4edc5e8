import {readFileSync} from 'node:fs';
import {buildCdnIfChanged} from '../../packages/dev/src/build/cdn.ts';
import {allSent, say} from '../support/people.ts';
import {startBrowser, startDemo} from '../support/product.ts';
import {figure, type Figure} from './figure.ts';

/** Bytes after gzip that the smallest other widget for comments loads to be read: Isso's script and style sheet. */
const smallestPeer = 20_900;

/** What Chromium asks for until a thread is shown, and from then until a post was sent, from the files for a script tag. */
export async function measureBytes(): Promise<Figure[]> {
  await buildCdnIfChanged();
  const chunks = JSON.parse(readFileSync('packages/elements/cdn/manifest.json', 'utf8')) as Record<string, {readonly gzip: number}>;
  const demo = await startDemo();
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => addEventListener('sl-thread-loaded', () => performance.mark('shown'), {capture: true}));
    await page.goto(`${demo.url}/course.html?day=5`);
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
      figure('script until a thread is shown, beside 24,000 promised', 'bytes gzip', size(true), 24_000, '≤ 1'),
      figure('script until a thread is shown, beside the smallest peer (Isso, which is not live)', 'bytes gzip', size(true), smallestPeer),
      figure('script from then until a post was sent, beside 12,000 promised', 'bytes gzip', size(false), 12_000, '≤ 1'),
    ];
  } finally {
    await browser.close();
    await demo.stop();
  }
}
