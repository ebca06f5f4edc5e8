import {buildCdn} from './build/cdn.ts';
import {buildPackages} from './build/packages.ts';
import {list} from './parts/files.ts';
import {Complaint, tell} from './prepare/complaint.mjs';
import {runTool} from './process/tool.ts';

/** Everything that is published: packages, manifest of the elements, files for a script tag, static Storybook. */
await tell(async () => {
  buildPackages();
  await step('Describing the elements', 'node_modules/@custom-elements-manifest/analyzer/cem.js', [
    'analyze', '--litelement', '--globs', 'packages/elements/src/**/*.ts', '--outdir', 'packages/elements', '--quiet',
  ]);
  await buildCdn();
  if (list(['stories/**/*.stories.ts']).length > 0) {
    await step('Building Storybook', 'node_modules/storybook/dist/bin/dispatcher.js', [
      'build', '--output-dir', 'storybook-static', '--disable-telemetry', '--quiet',
    ]);
  }
  return 0;
});

async function step(what: string, script: string, args: readonly string[]): Promise<void> {
  console.log(`${what} …`);
  const {code, output} = await runTool(script, args);
  if (code !== 0) throw new Complaint(`${what} failed.\n${output.trim()}`);
}
