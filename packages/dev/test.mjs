#!/usr/bin/env node
// npm test: every test there is. Plain Node, since it runs before anything is installed.
import {installDependencies, installSystemPackages, runScript, tell} from './prepare.mjs';

await tell(() => {
  installDependencies();
  installSystemPackages();
  return runScript('packages/dev/src/test.ts', process.argv.slice(2));
});
