import type {Browser, Page} from 'playwright';
import type {HostPage} from './host.page.ts';

declare global {
  var hostPage: HostPage;
}

/** Opens the page that shows a widget, in a context of its own, runs a measurement there, and closes it. */
export async function onHostPage<Result>(browser: Browser, address: string, measure: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({viewport: {width: 1_000, height: 800}});
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'hostPage' in globalThis);
    const result = await measure(page);
    const unanswered = await page.evaluate(() => globalThis.hostPage.unanswered);
    if (unanswered.length > 0) throw new Error(`No stub answers ${[...new Set(unanswered)].join(', ')}.`);
    return result;
  } finally {
    await context.close();
  }
}
