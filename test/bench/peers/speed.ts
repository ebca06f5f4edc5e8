import type {Browser} from 'playwright';
import {mainThreadOf} from '../main-thread.ts';
import {onHostPage} from './open.ts';
import type {PeerName} from './peer.ts';
import type {Site} from './site.ts';

/** What the sample has in all, and a tenth of it: what lies between them is what posts cost, without the widget itself. */
export const many = 1_000;
const few = 100;
const added = 20;

/** One run in three fresh pages. */
export interface Speed {
  readonly bytes: number;
  /** Main-thread milliseconds from the moment that the page asks for the script, to the first posts in their own pages. */
  readonly firstOfOwnPages: number;
  /** The same, with all in one page. */
  readonly firstOfAll: number;
  readonly all: number;
  readonly nodes: number;
  /** Kibibytes in use for each post. */
  readonly heap: number;
  /** Milliseconds for each new post; `undefined` without a live API. */
  readonly insert: number | undefined;
}

export async function measureSpeed(browser: Browser, site: Site, name: PeerName): Promise<Speed> {
  const own = await onHostPage(browser, site.address, async page => {
    const thread = await mainThreadOf(page);
    const before = await thread.worked();
    await page.evaluate(([name, many]) => globalThis.hostPage.start(name, many, false), [name, many] as const);
    const firstOfOwnPages = (await thread.worked()) - before;
    const files = await page.evaluate(() => globalThis.hostPage.filesUntilShown());
    return {firstOfOwnPages, bytes: [...new Set(files)].reduce((sum, file) => sum + site.weigh(file), 0)};
  });
  const heapOfFew = await onHostPage(browser, site.address, async page => {
    await page.evaluate(([name, few]) => globalThis.hostPage.start(name, few, true), [name, few] as const);
    await page.evaluate(() => globalThis.hostPage.finish());
    await page.evaluate(() => globalThis.hostPage.rest());
    return (await mainThreadOf(page)).heap();
  });
  return onHostPage(browser, site.address, async page => {
    const thread = await mainThreadOf(page);
    const before = await thread.worked();
    await page.evaluate(([name, many]) => globalThis.hostPage.start(name, many, true), [name, many] as const);
    const firstOfAll = (await thread.worked()) - before;
    await page.evaluate(() => globalThis.hostPage.finish());
    const all = (await thread.worked()) - before;
    await page.evaluate(() => globalThis.hostPage.rest());
    const heap = ((await thread.heap()) - heapOfFew) / (many - few) / 1_024;
    const nodes = await page.evaluate(() => globalThis.hostPage.nodesPerPost());
    await page.evaluate(() => globalThis.hostPage.openForNews());
    const beforeNews = await thread.worked();
    const inserted = await page.evaluate(added => globalThis.hostPage.insert(added), added);
    const insert = inserted ? ((await thread.worked()) - beforeNews) / added : undefined;
    return {...own, firstOfAll, all, nodes, heap, insert};
  });
}
