import type {Page} from 'playwright';
import {startBrowser} from '../support/product.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import {mainThreadOf} from './main-thread.ts';
import {onPage, startPageSite} from './page-site.ts';
import type {Arm, RenderingPage} from './rendering.page.ts';

declare global {
  var page: RenderingPage;
}

const rounds = 5;
const sizes = [100, 1_000, 10_000];
const arms: readonly Arm[] = ['ours', 'ours, pages of 20', 'hand-written slabs', 'hand-written window', 'all laid out'];
const added = 20;

interface Run {
  readonly first: number;
  readonly all: number;
  readonly add: number;
}

/** How the script of the page is compiled: as that of an application is, when it is called, or as our files for a script tag are. */
const compiled = {'': false, ', compiled as the files for a script tag are': true} as const;
type Compiled = keyof typeof compiled;

/** Main-thread CPU of the renderer, which other work on the machine hardly changes; each run in a page of its own. */
export async function measureRendering(): Promise<Figure[]> {
  const variants = await Promise.all((Object.keys(compiled) as Compiled[]).map(async how => ({how, site: await startPageSite('rendering.page.ts', undefined, compiled[how])})));
  const browser = await startBrowser();
  try {
    const runs = new Map<string, Run[]>();
    for (let round = 0; round < rounds; round++) {
      for (const size of sizes) {
        for (const {how, site} of variants) {
          for (const arm of shuffled(arms)) {
            // Laying out 10,000 takes seconds and says nothing new.
            if (arm === 'all laid out' && (size > 1_000 || how !== '')) continue;
            const key = `${arm} ${size}${how}`;
            runs.set(key, [...(runs.get(key) ?? []), await onPage(browser, site.address, page => measure(page, arm, size))]);
          }
        }
      }
    }
    return figuresOf((arm, size, part, how = '') => median(runs.get(`${arm} ${size}${how}`)!.map(run => run[part])));
  } finally {
    await browser.close();
    for (const {site} of variants) site.stop();
  }
}

async function measure(page: Page, arm: Arm, size: number): Promise<Run> {
  const thread = await mainThreadOf(page);
  await page.evaluate(size => globalThis.page.prepare(size), size);
  await thread.collect();
  const before = await thread.worked();
  await page.evaluate(arm => globalThis.page.mount(arm), arm);
  const mounted = await thread.worked();
  // To fill 10,000 takes long and says what 1,000 say.
  if (size === 1_000) await page.evaluate(() => globalThis.page.finish());
  const finished = await thread.worked();
  await page.evaluate(added => globalThis.page.add(added), added);
  const last = await thread.worked();
  return {first: mounted - before, all: finished - before, add: (last - finished) / added};
}

function figuresOf(value: (arm: Arm, size: number, part: keyof Run, how?: Compiled) => number): Figure[] {
  const unit = 'CPU ms';
  const of = (size: number) => `${size.toLocaleString('en')} posts`;
  const firstScreens = (how: Compiled) => sizes.flatMap(size => {
    const first = (arm: Arm) => value(arm, size, 'first', how);
    return [
      figure(`first screen of ${of(size)}, all in one answer, beside hand-written slabs${how}`, unit, first('ours'), first('hand-written slabs'), '≤ 1.3'),
      figure(`first screen of ${of(size)}, in pages of 20, beside hand-written slabs that have all at once${how}`, unit, first('ours, pages of 20'), first('hand-written slabs'), '≤ 1.3'),
      figure(`first screen of ${of(size)}, in pages of 20, beside the posts in sight by hand, and no others${how}`, unit, first('ours, pages of 20'), first('hand-written window'), '≤ 1.5'),
    ];
  });
  return [
    ...(Object.keys(compiled) as Compiled[]).flatMap(firstScreens),
    ...[100, 1_000].map(size => figure(`first screen of ${of(size)}, all in one answer, beside everything laid out`, unit, value('ours', size, 'first'), value('all laid out', size, 'first'))),
    figure('first screen of 10,000 posts beside that of 100, all in one answer', unit, value('ours', 10_000, 'first'), value('ours', 100, 'first'), '≤ 1.3'),
    figure('first screen of 10,000 posts beside that of 100, in pages of 20', unit, value('ours, pages of 20', 10_000, 'first'), value('ours, pages of 20', 100, 'first'), '≤ 1.3'),
    figure('all of 1,000 posts in the DOM, beside everything laid out', unit, value('ours', 1_000, 'all'), value('all laid out', 1_000, 'all')),
    figure('one live post into 1,000, frame included, beside hand-written slabs', unit, value('ours', 1_000, 'add'), value('hand-written slabs', 1_000, 'add')),
  ];
}
