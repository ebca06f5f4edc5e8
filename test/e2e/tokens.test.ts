import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser} from 'playwright';
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

test('C14: no token is in an address, a referrer, a message, the page or the browser’s storage', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const tokens = new Set<string>();
  const addresses: string[] = [];
  const messages: string[] = [];
  const bearers = new Set<string>();
  page.on('console', message => messages.push(message.text()));
  page.on('pageerror', error => messages.push(String(error)));
  page.on('request', request => {
    addresses.push(request.url(), request.headers()['referer'] ?? '');
    const bearer = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1];
    if (bearer) bearers.add(bearer);
  });
  const bodies: Promise<void>[] = [];
  page.on('response', response => {
    if (!/\/(?:demo\/token|v1\/session)/.test(response.url())) return;
    bodies.push(response.json().then((body: {token?: string; accessToken?: string}) => {
      for (const token of [body.token, body.accessToken]) if (token) tokens.add(token);
    }));
  });

  await page.goto(`${demo.url}/course.html`);
  const thread = page.locator('sl-thread').first();
  await thread.scrollIntoViewIfNeeded();
  await thread.getByRole('button', {name: 'Join the conversation…'}).click();
  await thread.getByRole('textbox', {name: 'Your post'}).fill('Nothing secret');
  await page.context().setOffline(true);
  await thread.getByRole('button', {name: 'Post', exact: true}).click();
  await thread.locator('.post', {hasText: 'Nothing secret'}).waitFor();
  await page.context().setOffline(false);
  await thread.locator('.post:not(.sending)', {hasText: 'Nothing secret'}).waitFor();
  await Promise.all(bodies);
  const kept = await page.evaluate(async () => {
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
    const walk = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        texts.push(element.shadowRoot ? element.tagName : '', ...[...element.attributes].map(({value}) => value));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    for (const {name} of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
      for (const store of database.objectStoreNames) {
        texts.push(await new Promise<string>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(JSON.stringify(request.result));
          request.onerror = () => reject(request.error!);
        }));
      }
      database.close();
    }
    return texts;
  });

  assert.ok(tokens.size >= 2, 'a host token and an access token were seen');
  assert.ok([...bearers].some(bearer => tokens.has(bearer)), 'the access token travels in its header');
  assert.ok(kept.includes('SL-THREAD'), 'the shadow roots were looked into');
  for (const token of [...tokens].map(text => text.split('.')[2]!)) {
    for (const [place, texts] of Object.entries({addresses, messages, kept})) {
      assert.deepEqual(texts.filter(text => text.includes(token)), [], place);
    }
  }
  await page.close();
});
