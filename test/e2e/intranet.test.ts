import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import type {Browser, BrowserContextOptions, Page} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {complaintsOf, startBrowser, startDemo} from '../support/product.ts';

const pages = ['/people.html', '/', '/course.html', '/course.html?day=2', '/questions.html', '/question.html', '/hello.html', '/moderation.html'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let demo: Backend;
let browser: Browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const path of pages) {
  test(`${path} keeps to its policy, fits 320 pixels, and shows what it is for`, async () => {
    const page = await open(path, {viewport: {width: 320, height: 800}});
    const complaints = complaintsOf(page);
    await page.reload();
    await settle(page);
    assert.deepEqual(complaints, []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `wider than the window by ${overflow} pixels`);
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} is accessible to everybody (${colorScheme})`, async () => {
      // axe is put in as a string, which the policy of the page rightly forbids.
      const page = await open(path, {colorScheme, bypassCSP: true});
      await settle(page);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const {violations} = await (globalThis as unknown as {axe: {run(): Promise<{violations: Violation[]}>}}).axe.run();
        return violations.map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.flat().join(' ')).join(', ')}`);
      });
      assert.deepEqual(violations, []);
      await page.context().close();
    });
  }
}

test('two people in two windows talk to each other', async () => {
  const first = await open('/course.html');
  const second = await open('/course.html');
  await settle(first);
  await settle(second);
  const people = await first.locator('[data-person] option').evaluateAll(options => options.map(option => (option as HTMLOptionElement).value));
  await second.locator('[data-person]').selectOption(people[1]!);

  await say(first, 'Which way is the loading bay?');
  await second.getByText('Which way is the loading bay?').waitFor();
  await say(second, 'Down the stairs, then follow the smell of leeks.');
  await first.getByText('Down the stairs, then follow the smell of leeks.').waitFor();
  await first.context().close();
  await second.context().close();
});

test('a question of the list opens in its thread', async () => {
  const page = await open('/questions.html');
  const link = page.locator('.question a').first();
  const title = (await link.textContent()) ?? '';
  await link.click();
  await page.locator('sl-thread').getByRole('heading', {name: title}).waitFor();
  await page.context().close();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly {readonly target: readonly (string | string[])[]}[];
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(demo.url + path);
  return page;
}

/** Waits until the page and its widgets show what they have to show. */
async function settle(page: Page): Promise<void> {
  await page.locator('[data-person] option:nth-child(2)').waitFor({state: 'attached'});
  const {pathname} = new URL(page.url());
  if (pathname.startsWith('/people')) {
    await page.locator('sl-mentor-finder [part~="result"], sl-mentor-finder sl-mentor-card').first().waitFor();
  } else if (pathname.startsWith('/moderation')) {
    await page.locator('sl-moderation').last().locator('[part~="notice"], [part~="cases"]').first().waitFor();
  } else if (pathname.startsWith('/course') || pathname.startsWith('/question.') || pathname.startsWith('/hello')) {
    // On a narrow page it stands far below, and loads when it comes near.
    await page.locator('sl-thread').first().scrollIntoViewIfNeeded();
    await page.locator('sl-thread [part~="post"], sl-thread [part~="write"]').first().waitFor();
    // axe stumbles over a page that goes on changing: every post is there, and who reads it is known.
    await page.waitForFunction(() => [...document.querySelectorAll('sl-thread')].every(({shadowRoot: root}) =>
      root!.querySelector('.write, .composer') && root!.querySelectorAll('.post').length >= parseInt(root!.querySelector('.count')?.textContent ?? '0', 10)));
  } else {
    await page.locator('.question').first().waitFor();
  }
}

async function say(page: Page, text: string): Promise<void> {
  const thread = page.locator('sl-thread');
  await thread.locator('[part~="write"]').click();
  await thread.locator('textarea[part~="field"]').fill(text);
  await thread.locator('button[part~="send"]').click();
}
