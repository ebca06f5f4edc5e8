import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {buildCdnIfChanged} from '../../../packages/dev/src/build/cdn.ts';
import {peerModules} from './packages.ts';

/** A site with one page, which shows any of the widgets. */
export interface Site {
  readonly address: string;
  /** The same page under the policy that ours promises to work under. */
  readonly strictAddress: string;
  /** Bytes of a file after gzip -9; 0 for what is no script and no style sheet. */
  weigh(path: string): number;
  stop(): void;
}

const policy = "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const types: Readonly<Record<string, string>> = {'.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8'};
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';
const html = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">
  <meta name="social-learning-token-endpoint" content="/token"><title>Bench</title></head>
  <body><h1>A page that has painted text</h1><main></main><script type="module" src="/host.js"></script></body></html>`;

/** Ours as the files for a script tag; the others as a bundler makes them, minified, with the lines that put them into the page. */
export async function startSite(): Promise<Site> {
  await buildCdnIfChanged();
  const files = new Map<string, string>([...await bundles(), ['/avatar.svg', picture]]);
  const read = (path: string) => files.get(path) ?? readFileSync(`packages/elements/cdn${path}`, 'utf8');
  const server = createServer(({url = '/'}, response) => {
    const page = url === '/' || url === '/strict';
    try {
      const body = page ? html : read(url);
      response.writeHead(200, {'content-type': types[page ? '.html' : extname(url)] ?? 'text/plain', ...(url === '/strict' && {'content-security-policy': policy})});
      response.end(body);
    } catch {
      // Icons and source maps, which nobody measures.
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `${origin}/`,
    strictAddress: `${origin}/strict`,
    weigh: path => (/^\/(?!host\.|answers\.).*\.(js|css)$/.test(path) ? gzipSync(read(path), {level: 9}).length : 0),
    stop: () => server.close(),
  };
}

/** The widgets share no file with the page that measures them, nor with each other. */
async function bundles(): Promise<[path: string, content: string][]> {
  const built = await Promise.all(Object.entries({host: 'host.page.ts', answers: 'answers.worker.ts', artalk: 'artalk.entry.ts', waline: 'waline.entry.ts'}).map(([name, entry]) => build({
    entryPoints: {[name]: `test/bench/peers/${entry}`}, outdir: '/', bundle: true, splitting: true, format: 'esm', minify: true, write: false, target: 'es2022',
    legalComments: 'none', nodePaths: [peerModules], conditions: ['@social-learning/source'], tsconfig: 'tsconfig.json',
    define: {'process.env.NODE_ENV': '"production"', '__VUE_OPTIONS_API__': 'true', '__VUE_PROD_DEVTOOLS__': 'false', '__VUE_PROD_HYDRATION_MISMATCH_DETAILS__': 'false'},
  })));
  return built.flatMap(({outputFiles}) => outputFiles.map(({path, text}): [string, string] => [path, text]));
}
