import {writeFileSync} from 'node:fs';
import {buildCdn} from './build/cdn.ts';
import {makeDocs} from './build/docs.ts';
import {buildPackages} from './build/packages.ts';
import {list} from './parts/files.ts';
import {Complaint, tell} from './prepare/complaint.mjs';
import {runTool} from './process/tool.ts';

/** Everything that is published: packages, manifest of the elements, files for a script tag, static Storybook. */
await tell(async () => {
  buildPackages();
  console.log('Describing the elements …');
  for (const [file, text] of await makeDocs()) writeFileSync(file, text);
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
