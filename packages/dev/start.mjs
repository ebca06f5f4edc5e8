#!/usr/bin/env node
// npm start: the demo site on its own server and database. Plain Node, since it runs before anything is installed.
import {installDependencies, runScript, tell} from './prepare.mjs';

await tell(() => {
  installDependencies();
  return runScript('packages/dev/src/start.ts', process.argv.slice(2));
});
