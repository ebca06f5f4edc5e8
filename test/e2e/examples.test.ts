import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium, type Browser} from 'playwright';
import {build, preview, type InlineConfig, type PreviewServer} from 'vite';
import type {Backend} from '../../packages/dev/src/process/backend.ts';
import {list} from '../../packages/dev/src/parts/files.ts';
import {chromiumOptions, complaintsOf, startDemo} from '../support/product.ts';

/** Every folder with a page and a few words, but for the demo site. */
const examples = list(['examples/*/README.md']).map(file => file.split('/')[1]!);

let demo: Backend;
let browser: Browser;
let folder: string;

before(async () => {
  mkdirSync('.cache', {recursive: true});
  folder = resolve(mkdtempSync('.cache/examples-'));
  demo = await startDemo();
  // The examples name the server that `npm start` starts; this one has a port of its own.
  const rules = `--host-resolver-rules=MAP localhost:4400 ${new URL(demo.url).host}`;
  browser = await chromium.launch({...chromiumOptions, args: [...chromiumOptions.args, rules]});
});
after(async () => {
  await browser?.close();
  await demo?.stop();
  rmSync(folder, {recursive: true, force: true});
});

for (const example of examples) {
  test(`the example ${example} shows a thread, in which its person posts`, async t => {
    const server = await serve(example);
    t.after(() => server.close());
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const complaints = complaintsOf(page);
    await page.goto(`http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`);
    const thread = page.locator('sl-thread');
    await thread.locator('.write').click();
    await thread.locator('textarea').fill(`Said in ${example}`);
    await thread.getByRole('button', {name: 'Post', exact: true}).click();
    await thread.locator('.post:not(.sending)', {hasText: `Said in ${example}`}).waitFor();
    assert.equal(await thread.locator('.post .author').first().textContent(), 'Lucía Navarro');
    if (['react', 'vue'].includes(example)) await page.getByText('Thank you for your words.').waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

/** Builds an example with its own settings, of the sources of our packages, and serves what came out. */
async function serve(example: string): Promise<PreviewServer> {
  const config: InlineConfig = {
    root: resolve('examples', example),
    logLevel: 'error',
    resolve: {conditions: ['@social-learning/source', 'module', 'browser', 'production']},
    build: {outDir: join(folder, example), emptyOutDir: true, minify: false},
    preview: {host: '127.0.0.1', port: 0},
  };
  await build(config);
  return preview(config);
}
