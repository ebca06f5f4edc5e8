// A server that dies at a step of an act, as if the power went: `crash-server.ts DATA PORT STEP`. Only tests start it.
import {createApp, type Step} from '@social-learning/server';
import {createDemo} from '@social-learning/server/demo';
import {nativeStore, serve, startEmbedded} from '@social-learning/server/node';
import {migrate} from '@social-learning/server';

const [data, port, step] = process.argv.slice(2) as [string, string, Step];
const publicUrl = `http://localhost:${port}`;
const embedded = await startEmbedded(data);
const store = await nativeStore({connectionString: embedded.connectionString});
await migrate(store);
const demo = await createDemo(store, publicUrl);
const app = await createApp({
  store, publicUrl, hooks: {
    onStep(reached) {
      if (reached === step) process.kill(process.pid, 'SIGKILL');
    },
  },
});
await serve(app, {port: Number(port), before: demo});
console.log(`Listening on ${publicUrl}`);
