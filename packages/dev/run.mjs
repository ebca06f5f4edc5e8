#!/usr/bin/env node
// npm run build, pack, bench, storybook: any other tool, under a Node that is new enough for it.
import {Complaint, installDependencies, runScript, tell} from './prepare.mjs';

const scripts = {
  bench: 'test/bench/bench.ts',
  build: 'packages/dev/src/build.ts',
  pack: 'packages/dev/src/pack.ts',
  storybook: 'packages/dev/src/storybook.ts',
};

await tell(() => {
  const [name, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(scripts, name ?? '')) throw new Complaint(`Say which: ${Object.keys(scripts).join(', ')}.`);
  installDependencies();
  return runScript(scripts[name], args);
});
