import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {backendPlugin} from './packages/dev/src/browsers/backend-plugin.mjs';
import {bundledPlugin} from './packages/dev/src/browsers/bundled-plugin.mjs';
import {chromium} from './packages/dev/src/browsers/chromium.mjs';
import {firefox} from './packages/dev/src/browsers/firefox.mjs';
import {webkit} from './packages/dev/src/browsers/webkit.mjs';
import {browserTests} from './packages/dev/src/parts/files.ts';
import {webTestRunnerReporter} from './packages/dev/src/reporters/web-test-runner.ts';

const launchers = {chromium, firefox, webkit};
const worker = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');

/** Serves MSW's worker at the root of the tests' origin, whose requests it is to see. */
const mswWorker = {
  name: 'msw-worker',
  serve({path}) {
    if (path !== '/mockServiceWorker.js') return undefined;
    return {body: worker, type: 'js', headers: {'service-worker-allowed': '/', 'cache-control': 'no-store'}};
  },
};

/** nanostores asks for `process.env.NODE_ENV`, and a browser has no process. */
const nodeEnvironment = {
  name: 'node-environment',
  transform({path, body}) {
    return path.includes('/nanostores/') ? body.replaceAll('process.env.NODE_ENV', '"production"') : undefined;
  },
};

/**
 * Tests in real engines. The environment narrows them: `BROWSERS=chromium,firefox,webkit`, `FILES=<glob>,<glob>`.
 */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: process.env.FILES?.split(',').filter(file => file !== '') ?? [...browserTests],
  nodeResolve: {browser: true, exportConditions: ['@social-learning/source', 'browser', 'production'], extensions: ['.ts', '.js', '.mjs']},
  plugins: [
    backendPlugin(),
    mswWorker,
    bundledPlugin(['react', 'react-dom', 'react-dom/client']),
    nodeEnvironment,
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url))}),
  ],
  browsers: (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',').map(name => launchers[name]()),
  concurrentBrowsers: 3,
  // The pages of one browser share six connections to the server, and every test with people of its own holds some.
  concurrency: 1,
  reporters: [webTestRunnerReporter()],
  // Three engines on two cores: one of them sometimes waits for its turn longer than any condition should. What is wrong fails twice.
  testFramework: {config: {timeout: '60000', retries: 1}},
  // A loaded machine of two cores needs this long.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
};
