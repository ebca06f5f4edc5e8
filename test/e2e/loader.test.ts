import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {startBrowser, startDemo} from '../support/product.ts';

let demo: Backend;
let browser: Browser;
let host: Server;

/** The body of the page that the host shows. */
let body = '';

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  host = createServer((_, response) => {
    response.writeHead(200, {'content-type': 'text/html'});
    response.end(`<!doctype html><title>A page</title><script type="module" src="${demo.url}/sl.js"></script>${body}`);
  });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  await browser?.close();
  host?.close();
  await demo?.stop();
});

async function visit(content: string): Promise<Page> {
  body = content;
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  return page;
}

test('a tag that is put into the page later gets its chunk then', async () => {
  const page = await visit('<p>Nothing yet</p>');
  assert.equal(await page.evaluate(() => customElements.get('sl-thread')), undefined);
  await page.evaluate(() => {
    const element = document.createElement('sl-thread');
    element.setAttribute('subject', 'onboarding/day-1');
    element.setAttribute('space', 'onboarding');
    document.body.append(element);
  });
  await page.locator('sl-thread .post').first().waitFor();
  await page.close();
});

test('a plain link to a thread becomes the thread, and other links stay links', async () => {
  const page = await visit(`<p><a href="${demo.url}/thread?subject=onboarding%2Fday-1&space=onboarding">Talk about it</a> <a href="${demo.url}/">Home</a></p>`);
  await page.locator('p sl-thread .post').first().waitFor();
  assert.deepEqual(await page.locator('a').evaluateAll(links => links.map(({textContent}) => textContent)).then(texts => texts.filter(text => text === 'Home')), ['Home']);
  assert.equal(await page.locator('a', {hasText: 'Talk about it'}).count(), 0);
  await page.close();
});

test('the first page of a thread is asked for once, while the chunk is on its way', async () => {
  const asked: string[] = [];
  body = '<sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>';
  const page = await browser.newPage();
  page.on('request', request => {
    if (request.url().includes('/v1/thread?') || request.url().includes('thread.define')) asked.push(request.url().includes('/v1/') ? 'thread' : 'chunk');
  });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await page.locator('sl-thread .post').first().waitFor();
  assert.equal(asked.filter(what => what === 'thread').length, 1, asked.join());
  await page.close();
});

test('two lines in the page are enough to be signed in', async () => {
  const page = await visit(`<meta name="social-learning-token-endpoint" content="${demo.url}/demo/token?person=grace">
    <sl-thread subject="loader/two-lines" space="onboarding"></sl-thread>`);
  await page.getByRole('button', {name: 'Join the conversation…'}).click();
  await page.getByLabel('Your post').fill('Two lines');
  await page.getByRole('button', {name: 'Post', exact: true}).click();
  await page.locator('sl-thread .post:not(.sending)', {hasText: 'Grace Wanjiru'}).waitFor();
  await page.close();
});

test('a page may configure its elements from the module that it loads', async () => {
  const page = await visit('<sl-thread subject="loader/configured" space="onboarding"></sl-thread>');
  await page.evaluate(async url => {
    const {configure} = await import(`${url}/sl.js`);
    await configure({backend: url, tokenEndpoint: `${url}/demo/token?person=emil`});
  }, demo.url);
  await page.getByRole('button', {name: 'Join the conversation…'}).waitFor();
  await page.close();
});

test('a thread far down the page asks for nothing until one comes near', async () => {
  const page = await visit('<div style="block-size: 6000px">Far</div><sl-thread subject="onboarding/day-2" space="onboarding"></sl-thread>');
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await page.waitForFunction(() => customElements.get('sl-thread') !== undefined);
  assert.equal(asked.filter(url => url.includes('/v1/')).length, 0, asked.join());
  await page.locator('sl-thread').evaluate(element => element.scrollIntoView());
  await page.locator('sl-thread .post').first().waitFor();
  await page.close();
});

test('a theme beside the loader gives the elements its colours', async () => {
  const page = await visit(`<link rel="stylesheet" href="${demo.url}/themes/fluent.css"><sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>`);
  const more = page.locator('sl-thread a.permalink, sl-thread .action').first();
  await more.waitFor();
  assert.equal(await page.locator('sl-thread').evaluate(element => getComputedStyle(element).getPropertyValue('--social-radius').trim()), '4px');
});

test('what does not arrive is said, tried again, and then does what was asked for meanwhile', async () => {
  body = '';
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  let refused = 0;
  await page.route(/thread-controls/, route => {
    refused++;
    return refused > 2 ? route.continue() : route.abort();
  });
  body = `<meta name="social-learning-token-endpoint" content="${demo.url}/demo/token?person=amara"><sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>`;
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await page.locator('sl-thread .post').first().waitFor();
  await page.evaluate(() => void document.querySelector('sl-thread')!.write());
  const lacking = page.getByText('Some of this could not be loaded');
  await lacking.waitFor();
  await page.locator('sl-thread .writing textarea').waitFor();
  assert.equal(await lacking.count(), 0);
  assert.equal(refused, 3);
  await page.close();
});
