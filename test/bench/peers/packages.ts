import {execFile} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {promisify} from 'node:util';
import {versions} from './versions.ts';

/** Where they are put: nothing of the product may depend on them, so they stand in no package.json. */
const folder = '.cache/bench-peers';

export const peerModules = `${folder}/node_modules`;

/** Fetches them with npm, from the registry that npm is set to, unless they are there. Whether they are there now. */
export async function fetchPeers(): Promise<boolean> {
  const wanted = Object.entries(versions);
  if (wanted.every(([name, version]) => installed(name) === version)) return true;
  // Without a network, the rest of the bench does not wait for long.
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries', '1', '--fetch-retry-mintimeout', '1000'];
  try {
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...options, ...wanted.map(([name, version]) => `${name}@${version}`)], {timeout: 120_000});
    return true;
  } catch (error) {
    console.error(`  The peers could not be fetched: ${(error as Error).message}`);
    return false;
  }
}

function installed(name: string): string | undefined {
  const file = `${peerModules}/${name}/package.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version : undefined;
}
