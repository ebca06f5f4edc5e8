import {startBackend} from '../process/backend.ts';

/** Starts the real server once for all tests and tells them its address at `/__backend.json`. */
export function backendPlugin() {
  let starting;
  return {
    name: 'backend',
    serverStart() {
      starting = startBackend();
      // Told when a test asks; a test that needs no backend need not fail.
      starting.catch(() => {});
    },
    async serve({path}) {
      if (path !== '/__backend.json') return undefined;
      const answer = await starting.then(({url}) => ({url}), error => ({error: error.message}));
      return {body: JSON.stringify(answer), type: 'json', headers: {'cache-control': 'no-store'}};
    },
    async serverStop() {
      const backend = await starting.catch(() => undefined);
      await backend?.stop();
    },
  };
}
