import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {buildCdn} from './build/cdn.ts';
import {editorData} from './build/editor-data.ts';
import {makeCode, makeGenerated, staleFiles} from './build/generated.ts';
import {buildManifest} from './build/manifest.ts';
import {buildPackages} from './build/packages.ts';
import {list} from './parts/files.ts';
import {Complaint, tell} from './prepare/complaint.mjs';
import {runTool} from './process/tool.ts';

/** Everything that is published: packages, manifest of the elements, files for a script tag, static Storybook. */
await tell(async () => {
  console.log('Describing the elements …');
  // The code first: what the rest says depends on it.
  write(await makeCode());
  const generated = await makeGenerated();
  write(generated);
  for (const file of staleFiles(generated)) rmSync(file);
  write(editorData(await buildManifest()));
  buildPackages();
  await buildCdn();
  if (list(['stories/**/*.stories.ts']).length > 0) {
    await step('Building Storybook', 'node_modules/storybook/dist/bin/dispatcher.js', [
      'build', '--output-dir', 'storybook-static', '--disable-telemetry', '--quiet',
    ]);
  }
  return 0;
});

function write(files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
}

async function step(what: string, script: string, args: readonly string[]): Promise<void> {
  console.log(`${what} …`);
  const {code, output} = await runTool(script, args);
  if (code !== 0) throw new Complaint(`${what} failed.\n${output.trim()}`);
}
