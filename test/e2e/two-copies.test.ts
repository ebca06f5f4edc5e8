import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {complaintsOf, startBrowser, startDemo} from '../support/product.ts';

const scripts = new URL('../../packages/elements/cdn/', import.meta.url);

let demo: Backend;
let browser: Browser;

/** The page, and at an address of its own a second copy of everything that `sl.js` loads. */
let host: Server;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  host = createServer((request, response) => {
    if (/^\/copy\/(?:[\w-]+\/)?[\w.-]+\.js$/.test(request.url!)) {
      response.writeHead(200, {'content-type': 'text/javascript'});
      response.end(readFileSync(fileURLToPath(new URL(request.url!.slice('/copy/'.length), scripts))));
      return;
    }
    // The second copy also asks its own address for the first page of a thread, and nobody is there.
    response.writeHead(request.url === '/' ? 200 : 204, {'content-type': 'text/html'});
    response.end(request.url === '/' ? `<!doctype html><title>A page</title>
      <script type="module" src="${demo.url}/sl.js"></script>
      <sl-thread subject="onboarding/day-1" space="onboarding"></sl-thread>` : '');
  });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  await browser?.close();
  host?.close();
  await demo?.stop();
});

test('two copies of ours on a page get along: the first defines a tag, the second says once that it did not', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = complaintsOf(page);
  const told: string[] = [];
  page.on('console', message => {
    if (message.text().includes('defined already')) told.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await page.locator('sl-thread .post').first().waitFor();
  const first = await page.evaluateHandle(() => customElements.get('sl-thread'));

  const warned = page.waitForEvent('console', message => message.text().includes('defined already'));
  await page.addScriptTag({type: 'module', url: '/copy/sl.js'});
  await warned;
  assert.equal(told.length, 1, told.join('\n'));
  assert.match(told[0]!, /^<sl-thread> is defined already/);
  assert.ok(await page.evaluate(known => customElements.get('sl-thread') === known, first));

  // Both loaders watch the page; an element that comes later is the first one's, and works.
  await page.evaluate(() => {
    const element = document.createElement('sl-thread');
    element.setAttribute('subject', 'onboarding/day-1');
    element.setAttribute('space', 'onboarding');
    element.id = 'later';
    document.body.prepend(element);
  });
  await page.locator('#later .post').first().waitFor();
  assert.equal(told.length, 1, told.join('\n'));
  assert.deepEqual(complaints, []);
  await page.close();
});
