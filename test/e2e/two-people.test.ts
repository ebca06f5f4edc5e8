import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {allSent, say, shown} from '../support/people.ts';
import {complaintsOf, startBrowser, startDemo} from '../support/product.ts';

let demo: Backend;
let browser: Browser;

before(async () => {
  browser = await startBrowser();
  demo = await startDemo();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('one asks, the other answers, is thanked and accepted, and each sees it as it happens', async () => {
  const place = '/question.html?space=questions&subject=two-people';
  const [amara, joris] = [await enter('amara', place), await enter('joris', place)];
  const complaints = [complaintsOf(amara), complaintsOf(joris)];

  await amara.locator('[part~="write"]').click();
  await amara.locator('[part~="title-field"]').fill('Where do I find a hand scanner?');
  await amara.locator('#writing textarea').fill('I have looked in the *blue* cupboard.');
  await amara.locator('#writing [part~="send"]').click();
  await joris.locator('sl-thread').getByRole('heading', {name: 'Where do I find a hand scanner?'}).waitFor();
  await shown(joris, 'I have looked in the blue cupboard.').waitFor();

  await say(joris, 'In the red one, next to the lift.');
  const answer = shown(amara, 'In the red one, next to the lift.');
  await answer.locator('[data-kind="thanks"]').click();
  const thanks = shown(joris, 'In the red one, next to the lift.').locator('[data-kind="thanks"]');
  await thanks.getByText('1').waitFor();
  assert.equal(await thanks.getAttribute('aria-pressed'), 'false', 'thanks of somebody else');

  await answer.getByRole('button', {name: /^This helped/}).click();
  await shown(joris, 'In the red one, next to the lift.').locator('[part~="accepted-mark"]').waitFor();
  await allSent(amara);
  await answer.locator('[part~="accepted-mark"]').waitFor();
  assert.equal(await answer.locator('[data-kind="thanks"]').getAttribute('aria-pressed'), 'true');
  assert.deepEqual(complaints.flat(), []);
});

/** A window of the demo site with somebody signed in. */
async function enter(person: string, path: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(person => sessionStorage.setItem('northwind-person', person), person);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(demo.url + path);
  await page.locator('[part~="write"]').waitFor();
  return page;
}
