import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {build} from 'esbuild';
import type {Browser, Page} from 'playwright';

/** A site with one page, whose script is bundled as that of an application. */
export interface PageSite {
  readonly address: string;
  stop(): void;
}

const html = '<!doctype html><html lang="en"><title>Bench</title><h1>A page that has painted text</h1><main></main><script type="module" src="/page.js"></script>';

/** Says to V8 what the chunks for reading say to it in the files for a script tag: compile all of this as it arrives. */
const hint = '//# allFunctionsCalledOnLoad';

/**
 * @param script Its file in this folder.
 * @param answer Answers what else is asked for.
 * @param isHinted Whether it is compiled as it arrives, as our files for a script tag, or when it is called. Default: when it is called.
 */
export async function startPageSite(
  script: string, answer?: (request: IncomingMessage, response: ServerResponse) => void, isHinted = false,
): Promise<PageSite> {
  const {outputFiles: [bundle]} = await build({
    entryPoints: [`test/bench/${script}`], bundle: true, format: 'esm', minify: true, write: false, banner: {js: isHinted ? hint : ''}, target: 'es2022',
    conditions: ['@social-learning/source'], define: {'process.env.NODE_ENV': '"production"'}, tsconfig: 'tsconfig.json', outdir: 'bench',
  });
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    if (answer && !isScript && request.url !== '/') return answer(request, response);
    response.writeHead(200, {'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
    response.end(isScript ? bundle!.text : html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens the page in a context of its own, runs a measurement there, and closes it. */
export async function onPage<Result>(browser: Browser, address: string, measure: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({viewport: {width: 1_000, height: 800}});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    // Its script has run by then.
    await page.goto(address);
    return await measure(page);
  } finally {
    await context.close();
  }
}
