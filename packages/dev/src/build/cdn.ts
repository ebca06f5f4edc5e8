import {cpSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {Complaint} from '../prepare/complaint.mjs';
import {runTool} from '../process/tool.ts';
import {fingerprint} from './fingerprint.ts';

const folder = 'packages/elements/cdn';
const stampFile = `${folder}/.sources`;
const entry = 'packages/elements/src/cdn/sl.ts';
const sources = [
  'packages/{protocol,sdk,elements}/src/**/*.ts',
  'packages/elements/themes/*.css',
  'packages/dev/src/build/*.mjs',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Builds the files for a script tag, unless they are there and nothing they are made of has changed. */
export async function buildCdnIfChanged(): Promise<void> {
  const stamp = fingerprint(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await buildCdn(stamp);
}

/** Builds the files for a script tag, and the themes, into `packages/elements/cdn/`. */
export async function buildCdn(stamp = fingerprint(sources)): Promise<void> {
  if (!existsSync(entry)) throw new Complaint(`There is nothing to build: ${entry} is missing.`);
  console.log('Building the widgets …');
  rmSync(folder, {recursive: true, force: true});
  const {code, output} = await runTool('node_modules/rollup/dist/bin/rollup', ['-c', '--silent']);
  if (code !== 0) throw new Complaint(`The widgets could not be built.\n${output.trim()}`);
  cpSync('packages/elements/themes', `${folder}/themes`, {recursive: true});
  writeFileSync(stampFile, stamp);
}
