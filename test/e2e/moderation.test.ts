import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {startBrowser, startDemo} from '../support/product.ts';

let demo: Backend;
let browser: Browser;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A page of the intranet in a browser of its own, as one of its people sees it. */
async function open(path: string, person: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(chosen => sessionStorage.setItem('northwind-person', chosen), person);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(demo.url + path);
  return page;
}

const close = (...pages: readonly Page[]) => Promise.all(pages.map(page => page.context().close()));
const caseWith = (page: Page, words: string) => page.locator('sl-moderation [part~="case"]').filter({hasText: words});

test('a newcomer agrees in place, waits for a moderator, and is seen by everybody once one has looked', async () => {
  const [amara, elin, priya] = await Promise.all([open('/hello.html', 'amara'), open('/moderation.html', 'elin'), open('/hello.html', 'priya')]);
  const words = 'Amara, customer care. I can juggle.';
  await amara.locator('sl-thread [part~="write"]').click();
  await amara.locator('sl-thread textarea').fill(words);
  await amara.locator('sl-thread [part~="agree"]').waitFor();
  await amara.locator('sl-thread [part~="send"]').click();
  await amara.getByRole('button', {name: 'I agree, post it'}).click();
  await amara.locator('sl-thread [part~="post"]').filter({hasText: words}).getByText('Waiting for a moderator').waitFor();

  await caseWith(elin, words).getByText('Waits for approval').waitFor();
  await priya.locator('sl-thread [part~="post"]').first().waitFor();
  assert.equal(await priya.getByText(words).count(), 0);
  await amara.reload();
  await amara.locator('sl-thread [part~="post"]').filter({hasText: words}).getByText('Waiting for a moderator').waitFor();

  await caseWith(elin, words).getByRole('button', {name: /^Approve/}).click();
  await caseWith(elin, words).getByText('Elin Lindqvist approved this.').waitFor();
  await priya.getByText(words).waitFor();
  await amara.locator('sl-thread [part~="post"]').filter({hasText: words}).getByRole('button', {name: 'Thanks'}).waitFor();
  assert.equal(await amara.getByText('Waiting for a moderator').count(), 0);
  await close(amara, elin, priya);
});

test('what somebody reports is hidden for everybody, and its author reads why', async () => {
  const [femke, elin, bram] = await Promise.all([open('/course.html?day=2', 'femke'), open('/moderation.html', 'elin'), open('/course.html?day=2', 'bram')]);
  const words = 'Whoever still asks that has not listened.';
  await bram.locator('sl-thread [part~="write"]').click();
  await bram.locator('sl-thread textarea').fill(words);
  await bram.locator('sl-thread [part~="send"]').click();

  const post = femke.locator('sl-thread [part~="post"]').filter({hasText: words});
  await post.getByRole('button', {name: /^More/}).click();
  await post.getByRole('button', {name: /^Report/}).click();
  await post.getByLabel('Which rule?').selectOption('be-kind');
  await post.getByLabel('What is wrong with it?').fill('That makes nobody ask again.');
  await post.getByRole('button', {name: 'Report', exact: true}).click();

  const found = caseWith(elin, words);
  await found.getByText('That makes nobody ask again.').waitFor();
  await found.getByRole('button', {name: /^Hide/}).click();
  await found.getByLabel('Which rule?').selectOption('be-kind');
  await found.getByLabel(/^Why/).fill('Please say it so that people go on asking.');
  await found.getByRole('button', {name: 'Hide', exact: true}).click();
  await found.getByText('Elin Lindqvist hid this.').waitFor();

  await post.waitFor({state: 'detached'});
  await bram.getByText(/Please say it so that people go on asking/).waitFor();
  await femke.goto(`${demo.url}/course.html`);
  // It reads nothing before it is near the screen.
  await femke.locator('sl-guidelines').scrollIntoViewIfNeeded();
  await femke.locator('sl-guidelines summary').click();
  await femke.getByText('The moderators agreed with you and acted.').waitFor();
  await close(femke, elin, bram);
});

test('the way to moderation is shown to moderators, and closed to others', async () => {
  const [elin, priya] = await Promise.all([open('/', 'elin'), open('/moderation.html', 'priya')]);
  await elin.getByRole('link', {name: 'Moderation'}).waitFor();
  await priya.getByText('This is for the moderators of this space.').first().waitFor();
  assert.equal(await priya.getByRole('link', {name: 'Moderation'}).count(), 0);
  await close(elin, priya);
});
