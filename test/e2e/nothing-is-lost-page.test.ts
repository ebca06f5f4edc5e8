import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, test} from 'node:test';
import type {Backend} from '@social-learning/sdk';
import {chromium, type Browser} from 'playwright';
import {cuts, expired, hold} from '../support/faults.ts';
import {startMortalServer, type MortalServer} from '../support/mortal-server.ts';
import {allSent, apiAs, newKey, newSubject, open, post, postsOn, say, send, shown, texts, textsOn, type, watchText} from '../support/people.ts';
import {chromiumOptions, startBrowser} from '../support/product.ts';
import {startProxy, type Proxy} from '../support/proxy.ts';

const posting = 'POST /v1/posts';

let server: MortalServer;
let proxy: Proxy;
let browser: Browser;
let joris: Backend;

before(async () => {
  browser = await startBrowser();
  server = await startMortalServer();
  proxy = await startProxy(server.port);
  joris = apiAs(server.url, 'joris');
});
afterEach(async () => {
  proxy.heal();
  await Promise.all(browser.contexts().map(context => context.close()));
});
after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.stop();
});

for (const where of ['before', 'after'] as const) {
  test(`a browser that is closed ${where} the server acts on a post sends it once when it is opened again`, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'social-learning-profile-'));
    const subject = newSubject();
    try {
      const {fault, held} = hold(where);
      proxy.meet(posting, fault);
      const first = await chromium.launchPersistentContext(profile, chromiumOptions);
      await say(await open(first, proxy.url, subject, 'amara'), 'The last thing I said');
      await held;
      await first.close();

      const second = await chromium.launchPersistentContext(profile, chromiumOptions);
      const page = await open(second, proxy.url, subject, 'amara');
      await shown(page, 'The last thing I said').waitFor();
      await allSent(page);
      assert.deepEqual(await textsOn(joris, subject), ['The last thing I said']);
      assert.deepEqual(await texts(page), ['The last thing I said']);
      await second.close();
    } finally {
      rmSync(profile, {recursive: true, force: true});
    }
  });
}

test('two tabs of one person with posts on their way send each once, and both show both', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const [first, second] = [await open(context, proxy.url, subject, 'amara'), await open(context, proxy.url, subject, 'amara')];
  proxy.meet(posting, cuts['after the server has committed, before its answer'], 3);
  await say(first, 'From the first tab');
  await say(second, 'From the second tab');
  for (const page of [first, second]) {
    for (const text of ['From the first tab', 'From the second tab']) await shown(page, text).waitFor();
    await allSent(page);
  }
  assert.deepEqual((await textsOn(joris, subject)).toSorted(), ['From the first tab', 'From the second tab']);
  assert.deepEqual((await texts(second)).toSorted(), ['From the first tab', 'From the second tab']);
});

test('the tab that stays sends what the tab that was closed had on its way', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const [first, second] = [await open(context, proxy.url, subject, 'amara'), await open(context, proxy.url, subject, 'amara')];
  const {fault, held} = hold('before');
  proxy.meet(posting, fault);
  await say(first, 'From the tab that goes');
  await held;
  await first.close();
  await shown(second, 'From the tab that goes').waitFor();
  await allSent(second);
  assert.deepEqual(await textsOn(joris, subject), ['From the tab that goes']);
});

test('what is written offline is kept in sight and sent once when the connection is back', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const page = await open(context, proxy.url, subject, 'amara');
  await say(page, 'While it was still there');
  await allSent(page);
  await context.setOffline(true);
  proxy.cut();
  await page.getByText('There is no connection just now.').waitFor();
  await type(page, 'Said into the dark');
  const missing = await watchText(page, 'Said into the dark');
  await send(page);
  await page.getByText('It is kept, and sent by itself as soon as it can be.').waitFor();
  proxy.heal();
  await context.setOffline(false);
  await allSent(page);
  assert.deepEqual(await textsOn(joris, subject), ['While it was still there', 'Said into the dark']);
  assert.equal(await missing(), 0);
});

test('a network that swallows everything is put in words within 30 seconds, and what was written goes out after it', async () => {
  const subject = newSubject();
  const page = await open(await browser.newContext(), proxy.url, subject, 'amara');
  // The outbox is there already: it is the network that this is about, not its chunk.
  await say(page, 'Before the silence');
  await allSent(page);
  proxy.swallow();
  await type(page, 'Into the silence');
  const missing = await watchText(page, 'Into the silence');
  await send(page);
  await shown(page, 'Into the silence').getByText('Sending…').waitFor();
  await shown(page, 'Into the silence').getByText('The server cannot be reached just now.').waitFor({timeout: 30_000});
  proxy.heal();
  await allSent(page);
  assert.deepEqual(await textsOn(joris, subject), ['Before the silence', 'Into the silence']);
  assert.equal(await missing(), 0);
});

test('an access token that ends while one posts is renewed once', async () => {
  const subject = newSubject();
  const page = await open(await browser.newContext(), proxy.url, subject, 'amara');
  const before = renewals();
  proxy.meet(posting, expired);
  await say(page, 'With an old token');
  await shown(page, 'With an old token').waitFor();
  await allSent(page);
  assert.deepEqual([renewals() - before, await textsOn(joris, subject)], [1, ['With an old token']]);
});

test('a server that refuses every token is not asked in a loop, and the post is kept with the reason', async () => {
  const subject = newSubject();
  const page = await open(await browser.newContext(), proxy.url, subject, 'amara');
  const before = renewals();
  proxy.meet(posting, expired, 1_000);
  await say(page, 'Never good enough');
  await shown(page, 'Never good enough').getByText('You are signed out. Sign in on this page to go on.').waitFor();
  const attempts = proxy.routes.filter(route => route === posting).length;
  // Each attempt renews once and tries once more, and attempts come at growing pauses.
  assert.ok(renewals() - before <= attempts, `${renewals() - before} renewals for ${attempts} requests`);
  proxy.heal();
  await allSent(page);
  assert.deepEqual(await textsOn(joris, subject), ['Never good enough']);
});

test('a view that missed posts, an edit and a removal while it was cut off has them all within 5 seconds', async () => {
  const subject = newSubject();
  const kept = await post(joris, subject, 'Kept');
  const removed = await post(joris, subject, 'To be removed');
  const page = await open(await browser.newContext(), proxy.url, subject, 'amara');
  await shown(page, 'To be removed').waitFor();
  const mark = await page.evaluateHandle(() => document.querySelector('sl-thread'));
  proxy.cut();
  await post(joris, subject, 'Said meanwhile');
  await joris.call('posts.edit', {post: kept.id, revision: 1, source: 'Kept, and better'}, {key: newKey()});
  await joris.call('posts.remove', {post: removed.id}, {key: newKey()});
  await page.getByText('There is no connection just now.').waitFor({state: 'attached'});
  proxy.heal();
  const healed = performance.now();
  const expected = await textsOn(joris, subject);
  await page.waitForFunction(expected => {
    const bodies = document.querySelector('sl-thread')!.shadowRoot!.querySelectorAll('.post .body');
    return JSON.stringify([...bodies].map(({textContent}) => textContent?.trim())) === expected;
  }, JSON.stringify(expected));
  const took = performance.now() - healed;
  assert.ok(took < 5_500, `it took ${took.toFixed()} ms`);
  assert.equal(await mark.evaluate(element => element?.isConnected), true, 'the page was not loaded again');
});

test('what one person has on its way is never sent as another, and waits for its person', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const page = await open(context, proxy.url, subject, 'amara');
  proxy.meet(posting, cuts['before the request arrives'], 1_000);
  await say(page, 'Said by Amara');
  await shown(page, 'Said by Amara').getByText('Not sent yet.').waitFor();
  await page.close();
  proxy.heal();

  const other = await open(context, proxy.url, subject, 'joris');
  await say(other, 'Said by Joris');
  await allSent(other);
  assert.deepEqual(await texts(other), ['Said by Joris']);
  await other.close();

  const again = await open(context, proxy.url, subject, 'amara');
  await shown(again, 'Said by Amara').waitFor();
  await allSent(again);
  assert.deepEqual(await authors(subject), [['Said by Joris', 'Joris van den Berg'], ['Said by Amara', 'Amara Okafor']]);
});

test('a sign-in that changes below an open page does not make a post another’s', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const page = await open(context, proxy.url, subject, 'amara');
  await context.addCookies([{name: 'person', value: 'joris', url: proxy.url}]);
  // The old session ends, and the host page signs for the other person now.
  proxy.meet(posting, expired, 1);
  await say(page, 'Still Amara');
  await page.waitForFunction(() => !document.querySelector('sl-thread')!.shadowRoot!.querySelector('.post'));
  assert.deepEqual(await textsOn(joris, subject), []);
  await page.close();
  const again = await open(context, proxy.url, subject, 'amara');
  await shown(again, 'Still Amara').waitFor();
  await allSent(again);
  assert.deepEqual(await authors(subject), [['Still Amara', 'Amara Okafor']]);
});

const renewals = () => proxy.routes.filter(route => route === 'POST /v1/session').length;

async function authors(subject: string): Promise<(readonly [string, string | undefined])[]> {
  const said = await textsOn(joris, subject);
  return (await postsOn(joris, subject)).map(({author}, index) => [said[index]!, author?.name] as const);
}

test('a removal whose tab is closed at once is done all the same, and one that is undone is not', async () => {
  const subject = newSubject();
  const context = await browser.newContext();
  const [page, other] = [await open(context, proxy.url, subject, 'amara'), await open(context, proxy.url, subject, 'joris')];
  await say(page, 'To be taken back');
  await say(page, 'To be kept');
  await allSent(page);
  const entry = (text: string) => page.getByRole('article').filter({hasText: text});
  await entry('To be kept').getByRole('button', {name: 'Remove', exact: false}).first().click();
  await entry('To be kept').getByRole('button', {name: 'Undo'}).click();
  await entry('To be taken back').getByRole('button', {name: 'Remove', exact: false}).first().click();
  await entry('To be taken back').getByRole('button', {name: 'Undo'}).waitFor();
  await page.close({runBeforeUnload: true});
  await shown(other, 'To be taken back').waitFor({state: 'detached', timeout: 6_000});
  assert.deepEqual(await textsOn(joris, subject), ['To be kept']);
});
