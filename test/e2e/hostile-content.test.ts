import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, test} from 'node:test';
import type {Backend} from '@social-learning/sdk';
import type {Browser, Page} from 'playwright';
import {readHostileSources, readScripts, withoutHostileSources, type HostileSource} from '../support/hostile-sources.ts';
import {startMortalServer, type MortalServer} from '../support/mortal-server.ts';
import {apiAs, newKey, newSubject, space} from '../support/people.ts';
import {complaintsOf, startBrowser} from '../support/product.ts';

/** What a post's body may be made of, and with which attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [], em: [], strong: [], del: [], br: [], hr: [], blockquote: [], ul: [], li: [], sup: [], table: [], tr: [], td: [],
  h3: [], h4: [], h5: [], h6: [], ol: ['start'], code: [], pre: ['tabindex'], th: ['scope'], div: ['class', 'tabindex', 'data-language'],
  // The button that copies code, and a name that is mentioned.
  button: ['class', 'part', 'type', 'data-act', 'aria-label'], bdi: ['class', 'part', 'data-person'],
  a: ['href', 'rel', 'target'], input: ['type', 'disabled', 'aria-label'],
};
const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

let server: MortalServer;
let browser: Browser;
let host: Server;
let amara: Backend;
const subject = newSubject();

before(async () => {
  if (withoutHostileSources !== undefined) return;
  browser = await startBrowser();
  server = await startMortalServer();
  amara = apiAs(server.url, 'amara');
  host = createServer(({url}, response) => {
    const policy = `default-src 'none'; script-src ${server.url}; style-src 'self'; connect-src ${server.url}; img-src ${server.url}; ` +
      "media-src 'none'; require-trusted-types-for 'script'";
    response.writeHead(200, {'content-type': 'text/html; charset=utf-8', ...(url !== '/plain' && {'content-security-policy': policy})});
    response.end(url === '/plain' ? '<!doctype html><title>Plain</title>' : `<!doctype html><title>Host</title>
      <sl-thread subject="${subject}" space="${space}" fetch-ahead="5000"></sl-thread><script type="module" src="${server.url}/sl.js"></script>`);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
});
after(async () => {
  await browser?.close();
  host?.close();
  await server?.stop();
});

test('the harness sees what runs: payloads run in a page without protection', {skip: withoutHostileSources}, async () => {
  const page = await visit('/plain');
  await page.route('**/*', route => route.abort());
  await page.evaluate(payloads => {
    for (const payload of payloads) {
      const place = document.body.appendChild(document.createElement('div'));
      place.innerHTML = payload;
    }
    // What calls `write` or navigates would take the page, and what it noted, away.
  }, readScripts().filter(payload => /\bon\w+=[^>]*alert\(/i.test(payload) && !/write|location|http-equiv/i.test(payload)));
  await page.waitForFunction(() => (globalThis as unknown as Canary).ran.length >= 5, undefined, {timeout: 20_000});
  await page.close();
});

test('no vector runs, leaves a node or attribute that is not allowed, or is read back otherwise than it was typed', {skip: withoutHostileSources}, async t => {
  const posted = await postAll(readHostileSources());
  t.diagnostic(`${posted.length} vectors`);
  const page = await visit('/');
  const complaints = complaintsOf(page);
  await page.reload();
  await page.waitForFunction(count => document.querySelector('sl-thread')?.shadowRoot?.querySelectorAll('.post').length === count, posted.length);

  const strange = await page.evaluate(({allowed, schemes}) => {
    const found: string[] = [];
    for (const body of document.querySelector('sl-thread')!.shadowRoot!.querySelectorAll('.post .body')) {
      for (const element of body.querySelectorAll('*')) {
        const attributes = allowed[element.localName];
        if (!attributes || element.shadowRoot) found.push(element.outerHTML.slice(0, 200));
        for (const {name, value} of element.attributes) if (!attributes?.includes(name)) found.push(`${element.localName} ${name}="${value}"`);
        if (element instanceof HTMLAnchorElement && !schemes.includes(element.protocol)) found.push(element.href);
        for (const type of ['mouseover', 'focus', 'error', 'load', 'toggle']) element.dispatchEvent(new Event(type));
      }
    }
    return found;
  }, {allowed, schemes});
  assert.deepEqual(strange, []);
  assert.deepEqual(await page.evaluate(() => (globalThis as unknown as Canary).ran), []);
  assert.deepEqual(complaints, []);

  const changed = await inParallel(posted, async ({id, name, source}) =>
    (await amara.call('sources.read', {post: id})).source === source ? undefined : name);
  assert.deepEqual(changed.filter(Boolean), []);
  await page.close();
});

interface Canary {
  readonly ran: string[];
}

/** A page that notes whatever runs in it, and every breach of its policy. */
async function visit(path: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  page.on('dialog', dialog => void dialog.dismiss());
  await page.addInitScript(() => {
    const ran: string[] = [];
    Object.assign(globalThis, {ran});
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'write'] as const) {
      Object.defineProperty(globalThis, name, {value: () => ran.push(name), writable: false});
    }
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => ran.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}${path}`);
  return page;
}

type Posted = HostileSource & {readonly id: string};

/** Posts each vector by itself. What may be refused is an empty post, or one with a NUL, and no other. */
async function postAll(sources: readonly HostileSource[]): Promise<Posted[]> {
  const posted = await inParallel(sources, async ({name, source}) => {
    try {
      const {post} = await amara.call('posts.create', {space, subject: {key: subject}, source}, {key: newKey()});
      return {name, source, id: post.id};
    } catch (error) {
      assert.ok(source.trim() === '' || source.includes('\0'), `${name} was refused: ${(error as Error).message}`);
      return undefined;
    }
  });
  return posted.filter(each => each !== undefined);
}

async function inParallel<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  await Promise.all(Array.from({length: 16}, async () => {
    for (const [index, item] of rest) results[index] = await act(item);
  }));
  return results;
}
