import type {Page} from 'playwright';
import {startBrowser} from '../support/product.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import {mainThreadOf} from './main-thread.ts';
import {onPage, startPageSite} from './page-site.ts';
import type {Arm} from './rendering.page.ts';

const rounds = 3;
const arms: readonly Arm[] = ['ours', 'hand-written slabs', 'all laid out'];
const few = 100;
const many = 1_000;

/** What each post costs in memory while it is in the DOM: what 900 more of them add. */
export async function measureMemory(): Promise<Figure[]> {
  const site = await startPageSite('rendering.page.ts');
  const browser = await startBrowser();
  try {
    const heaps = new Map<Arm, number[]>(arms.map(arm => [arm, []]));
    for (let round = 0; round < rounds; round++) {
      for (const arm of shuffled(arms)) {
        const [least, most] = [await onPage(browser, site.address, page => heapOf(page, arm, few)), await onPage(browser, site.address, page => heapOf(page, arm, many))];
        heaps.get(arm)!.push((most - least) / (many - few) / 1_024);
      }
    }
    const heap = (arm: Arm) => median(heaps.get(arm)!);
    return [
      figure('heap for each post, all in the DOM, beside hand-written slabs that are all filled', 'KiB', heap('ours'), heap('hand-written slabs'), '≤ 1.3'),
      figure('heap for each post, all in the DOM, beside everything laid out', 'KiB', heap('ours'), heap('all laid out')),
    ];
  } finally {
    await browser.close();
    site.stop();
  }
}

async function heapOf(page: Page, arm: Arm, size: number): Promise<number> {
  await page.evaluate(size => globalThis.page.prepare(size), size);
  await page.evaluate(arm => globalThis.page.mount(arm), arm);
  await page.evaluate(() => globalThis.page.fillAndLetGo());
  const shown = await page.evaluate(() => globalThis.page.countPosts());
  if (shown !== size) throw new Error(`${shown} of ${size} posts are in the DOM.`);
  return (await mainThreadOf(page)).heap();
}
