import {join} from 'node:path';
import {createApp, type Step} from '@social-learning/server';
import {createDemo} from '@social-learning/server/demo';
import {createStaticFiles, nativeStore, openFiles, serve, startEmbedded} from '@social-learning/server/node';

const [data = '', port = ''] = process.argv.slice(2);
const publicUrl = `http://127.0.0.1:${port}`;
let deadly: {readonly step: Step; readonly database: number} | undefined;

const embedded = await startEmbedded(data);
const store = await nativeStore({connectionString: embedded.connectionString});
const app = await createApp({
  store, publicUrl, openLoopback: true, rateLimit: null, files: openFiles(join(data, 'files')),
  hooks: {
    onStep(step) {
      if (step !== deadly?.step) return;
      if (deadly.database > 0) process.kill(deadly.database, 'SIGKILL');
      process.kill(process.pid, 'SIGKILL');
    },
  },
});
const demo = await createDemo(store, publicUrl);
const pages = createStaticFiles({scripts: 'packages/elements/cdn', publicUrl});

const serving = await serve(app, {
  port: Number(port),
  before: async request => (await host(request)) ?? (await demo(request)) ?? pages(request),
});

process.on('message', (message: typeof deadly) => {
  deadly = message;
  process.send!('armed');
});
process.once('SIGTERM', () => void stop());
process.send!('listening');

/** A host page, and its token endpoint: it signs for whom its cookie names. */
async function host(request: Request): Promise<Response | undefined> {
  const {pathname, searchParams} = new URL(request.url);
  if (pathname === '/host/token') {
    const person = /\bperson=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    if (person === undefined) return new Response(null, {status: 401});
    return demo(new Request(`${publicUrl}/demo/token?person=${person}`, {method: 'POST'}));
  }
  if (pathname !== '/page') return undefined;
  const subject = (searchParams.get('subject') ?? '').replace(/[^\w-]/g, '');
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
      <meta name="social-learning-token-endpoint" content="/host/token">
      <sl-thread subject="${subject}" space="onboarding"></sl-thread><script type="module" src="/sl.js"></script>`,
    {headers: {'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store'}},
  );
}

async function stop(): Promise<void> {
  await serving.close();
  await app.close();
  await embedded.stop();
  process.exit();
}
