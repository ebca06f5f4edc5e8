import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {ElementDescription} from '../docs/element-page.ts';
import {runTool} from '../process/tool.ts';

const file = 'packages/elements/custom-elements.json';

/** Describes the elements in `custom-elements.json` (Custom Elements Manifest), and gives their descriptions. */
export async function buildManifest(): Promise<ElementDescription[]> {
  // In a folder of its own first: tests describe them at the same time.
  mkdirSync('.cache', {recursive: true});
  const folder = mkdtempSync('.cache/manifest-');
  try {
    const {code, output} = await runTool('node_modules/@custom-elements-manifest/analyzer/cem.js', [
      'analyze', '--config', 'packages/dev/src/build/manifest.config.mjs', '--outdir', relative('.', folder),
    ]);
    if (code !== 0) throw new Error(`The elements could not be described.\n${output.trim()}`);
    renameSync(join(folder, 'custom-elements.json'), file);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  const {modules} = JSON.parse(readFileSync(file, 'utf8')) as {modules: {path: string; declarations: Omit<ElementDescription, 'module'>[]}[]};
  return modules
    .flatMap(({path, declarations}) => declarations.map(declaration => ({...declaration, module: path})))
    .filter(({tagName}) => tagName !== undefined)
    .sort((one, other) => (one.tagName! < other.tagName! ? -1 : 1));
}
