import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {complaintsOf, startBrowser, startDemo} from '../support/product.ts';

let demo: Backend;
let browser: Browser;
let host: Server;
let address: string;

/** Content-Security-Policy of the page, which stands at another origin than the backend. */
let policy = '';

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  host = createServer((_, response) => {
    response.writeHead(200, {'content-type': 'text/html', 'content-security-policy': policy});
    response.end(`<!doctype html><title>A page</title><p>Host</p>
      <script type="module" src="${demo.url}/sl.js"></script>
      <sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>`);
  });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
after(async () => {
  await browser?.close();
  host?.close();
  await demo?.stop();
});

/** The policy that "A good guest" promises to work under. */
const strict = () => {
  const backend = demo.url;
  return `default-src 'none'; script-src ${backend}; style-src 'self'; connect-src ${backend}; img-src ${backend}; ` +
    `media-src ${backend}; require-trusted-types-for 'script'`;
};

test('two lines show a thread on a page of another origin under the strictest policy that we promise', async () => {
  policy = strict();
  const {complaints, page} = await visit();
  await page.locator('sl-thread [part~="heading"]').first().waitFor();
  assert.deepEqual(complaints, []);
  await page.close();
});

test('a page that allows only the policy named after us shows it too', async () => {
  policy = `${strict()}; trusted-types social-learning`;
  const {page} = await visit();
  await page.locator('sl-thread [part~="heading"]').first().waitFor();
  await page.close();
});

test('a page that allows no Trusted Types policy at all is told so, and nothing of its own breaks', async () => {
  policy = `${strict()}; trusted-types 'none'`;
  const {complaints, page} = await visit();
  await page.waitForFunction(() => customElements.get('sl-thread') !== undefined);
  assert.equal(await page.locator('p').first().textContent(), 'Host');
  const told = () => complaints.filter(text => text.startsWith('Social Learning:'));
  if (told().length === 0) await page.waitForEvent('console', message => message.text().startsWith('Social Learning:'));
  assert.equal(told().length, 1, complaints.join('\n'));
  await page.close();
});

test('the page keeps its globals to itself', async () => {
  policy = strict();
  const {page} = await visit();
  await page.locator('sl-thread [part~="heading"]').first().waitFor();
  const added = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(window).filter(name => !plain.has(name) && !/^\d+$/.test(name));
  });
  // What Lit and nanostores keep there themselves, for copies of theirs to find each other.
  const ofLibraries = /^(?:(?:lit|reactive)\w+Versions|litPropertyMetadata|nanostoresGlobal)$/;
  assert.deepEqual(added.filter(name => !ofLibraries.test(name)), []);
  await page.close();
});

async function visit() {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = complaintsOf(page);
  await page.goto(address);
  return {page, complaints};
}
