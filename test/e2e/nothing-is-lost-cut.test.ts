import assert from 'node:assert/strict';
import {after, afterEach, before, test} from 'node:test';
import type {Backend} from '@social-learning/sdk';
import type {Browser, BrowserContext, Page} from 'playwright';
import {cuts, twice} from '../support/faults.ts';
import {startMortalServer, type MortalServer} from '../support/mortal-server.ts';
import {allSent, apiAs, newSubject, open, post, postsOn, say, send, shown, texts, textsOn, type, watchText} from '../support/people.ts';
import {startBrowser} from '../support/product.ts';
import {startProxy, type Fault, type Proxy} from '../support/proxy.ts';

let server: MortalServer;
let proxy: Proxy;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let amara: Backend;
let joris: Backend;
const subject = newSubject();

before(async () => {
  browser = await startBrowser();
  server = await startMortalServer();
  proxy = await startProxy(server.port);
  [amara, joris] = [apiAs(server.url, 'amara'), apiAs(server.url, 'joris')];
  context = await browser.newContext();
  page = await open(context, proxy.url, subject, 'amara');
});
afterEach(() => proxy.heal());
after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.stop();
});

const faults: Record<string, Fault> = {...cuts, 'while everything travels twice': twice};

for (const [where, fault] of Object.entries(faults)) {
  test(`a post that is cut ${where} is there once, and its text is always on screen`, async () => {
    const text = `Posted, cut ${where}`;
    proxy.meet('POST /v1/posts', fault, 2);
    await type(page, text);
    const missing = await watchText(page, text);
    await send(page);
    await shown(page, text).waitFor();
    await allSent(page);
    assert.deepEqual((await textsOn(joris, subject)).filter(each => each === text), [text]);
    assert.deepEqual((await texts(page)).filter(each => each === text), [text]);
    assert.equal(await missing(), 0);
  });

  test(`an edit that is cut ${where} is made once`, async () => {
    const {id} = await post(amara, subject, `To be edited, cut ${where}`);
    const text = `Edited, cut ${where}`;
    const article = page.locator(`[data-post="${id}"]`);
    await article.getByRole('button', {name: /^Edit/}).click();
    await article.locator('textarea').fill(text);
    proxy.meet('POST /v1/edits', fault, 2);
    const missing = await watchText(page, text);
    await article.locator('[part~="send"]').click();
    await shown(page, text).waitFor();
    await allSent(page);
    const found = (await postsOn(joris, subject)).find(each => each.id === id);
    assert.deepEqual([found?.revision, (await amara.call('sources.read', {post: id})).source], [2, text]);
    assert.equal(await missing(), 0);
  });

  test(`a removal that is cut ${where} is done`, async () => {
    const {id} = await post(amara, subject, `To be removed, cut ${where}`);
    const article = page.locator(`[data-post="${id}"]`);
    proxy.meet('POST /v1/removals', fault, 2);
    await article.locator('[data-act="remove"]').click();
    await article.waitFor({state: 'detached'});
    assert.ok(!(await postsOn(joris, subject)).some(each => each.id === id));
  });

  test(`thanks that are cut ${where} count once`, async () => {
    const {id} = await post(joris, subject, `To be thanked, cut ${where}`);
    proxy.meet('POST /v1/reactions', fault, 2);
    const thanks = page.locator(`[data-post="${id}"] [data-kind="thanks"]`);
    await thanks.click();
    // It may be sent before anybody could see that it is on its way.
    await page.locator(`[data-post="${id}"] [data-kind="thanks"][aria-pressed="true"]`).waitFor();
    await allSent(page);
    assert.equal(await thanks.getAttribute('aria-pressed'), 'true');
    assert.equal((await postsOn(joris, subject)).find(each => each.id === id)?.reactions.thanks, 1);
  });
}

test('what was posted one after the other through cuts stands in the order in which it was sent', async () => {
  const sent = ['One', 'Two', 'Three', 'Four', 'Five'].map(word => `${word}, in order`);
  proxy.meet('POST /v1/posts', cuts['before the request arrives'], 1);
  proxy.meet('POST /v1/posts', cuts['after the server has committed, before its answer'], 2);
  for (const text of sent) await say(page, text);
  await shown(page, sent.at(-1)!).waitFor();
  await allSent(page);
  assert.deepEqual((await textsOn(joris, subject)).filter(text => text.endsWith(', in order')), sent);
  assert.deepEqual((await texts(page)).filter(text => text.endsWith(', in order')), sent);
});
