import {readFileSync} from 'node:fs';
import type {ElementDescription} from '../docs/element-page.ts';
import {runTool} from '../process/tool.ts';

const file = 'packages/elements/custom-elements.json';

/** Describes the elements in `custom-elements.json` (Custom Elements Manifest), and gives their descriptions. */
export async function buildManifest(): Promise<ElementDescription[]> {
  const {code, output} = await runTool('node_modules/@custom-elements-manifest/analyzer/cem.js', [
    'analyze', '--config', 'packages/dev/src/build/manifest.config.mjs',
  ]);
  if (code !== 0) throw new Error(`The elements could not be described.\n${output.trim()}`);
  const {modules} = JSON.parse(readFileSync(file, 'utf8')) as {modules: {path: string; declarations: Omit<ElementDescription, 'module'>[]}[]};
  return modules
    .flatMap(({path, declarations}) => declarations.map(declaration => ({...declaration, module: path})))
    .filter(({tagName}) => tagName !== undefined);
}
