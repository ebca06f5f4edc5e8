import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Browser, Page} from 'playwright';
import {onHostPage} from './open.ts';
import {many} from './speed.ts';
import type {PeerName} from './peer.ts';
import type {Site} from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What does not depend on how fast a machine is. */
export interface Fitness {
  /** Whether it shows posts under the strict policy, and what the browser had to forbid. */
  readonly strict: {readonly runs: boolean; readonly violations: readonly string[]};
  /** Rules of axe that it breaks, with how many elements break each. */
  readonly axe: readonly {readonly rule: string; readonly elements: number}[];
  /** What one can press in a post, and which of it a keyboard reaches and presses. */
  readonly controls: {readonly all: readonly string[]; readonly byKeyboard: readonly string[]};
}

export async function measureFitness(browser: Browser, site: Site, name: PeerName): Promise<Fitness> {
  const strict = await onHostPage(browser, site.strictAddress, async page => {
    const runs = await Promise.race([
      start(page, name).then(() => true, () => false),
      new Promise<boolean>(resolve => setTimeout(resolve, 10_000, false)),
    ]);
    await (runs ? settle(page) : rest(page));
    return {runs, violations: await page.evaluate(() => globalThis.hostPage.violations)};
  });
  return onHostPage(browser, site.address, async page => {
    await start(page, name);
    await settle(page);
    const violations = await brokenRules(page);
    return {strict, axe: violations, controls: await pressAll(page)};
  });
}

const start = (page: Page, name: PeerName) => page.evaluate(([name, many]) => globalThis.hostPage.start(name, many, false), [name, many] as const);

/** Lets fades end: half faded text has no contrast. */
const rest = (page: Page) => page.waitForTimeout(2_000);

/** Lets what one can do with the posts come, where it comes after them. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.hostPage.equip());
  await rest(page);
}

async function brokenRules(page: Page): Promise<Fitness['axe']> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(context: string): Promise<{violations: {id: string; nodes: unknown[]}[]}>}};
    const {violations} = await axe.run('main');
    return violations.map(({id, nodes}) => ({rule: id, elements: nodes.length}));
  });
}

async function pressAll(page: Page): Promise<Fitness['controls']> {
  const all = await page.evaluate(() => globalThis.hostPage.controls().names);
  const reached = new Set<number>();
  // Enough to get past what stands before the second post.
  for (let time = 0; time < 60 && reached.size < all.length; time++) {
    await page.keyboard.press('Tab');
    const index = await page.evaluate(() => globalThis.hostPage.controls().focused);
    if (index !== undefined) reached.add(index);
  }
  const pressed: string[] = [];
  for (const index of reached) {
    if (await answersToItsKeys(page, index)) pressed.push(all[index]!);
  }
  return {all, byKeyboard: pressed};
}

async function answersToItsKeys(page: Page, index: number): Promise<boolean> {
  for (const key of await page.evaluate(index => globalThis.hostPage.controls().keys(index), index)) {
    await page.evaluate(index => globalThis.hostPage.controls().focus(index), index);
    await page.keyboard.press(key);
    if (!(await page.evaluate(index => globalThis.hostPage.controls().wasPressed(index), index))) return false;
  }
  return true;
}
