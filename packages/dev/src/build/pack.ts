import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {Complaint} from '../prepare/complaint.mjs';
import {published} from './packages.ts';

interface Manifest {
  readonly files: readonly string[];
  readonly exports: Record<string, string | Record<string, string>>;
}

/** Packs every published package as it goes to the registry, and gives the file of each by the name of its folder. */
export function packPackages(destination: string): Map<string, string> {
  mkdirSync(destination, {recursive: true});
  return new Map(published.map(name => [name, packPackage(`packages/${name}`, resolve(destination))]));
}

/** What is published has no sources, so its entries do not point to them. */
function packPackage(folder: string, destination: string): string {
  const staged = mkdtempSync(join(tmpdir(), 'social-learning-pack-'));
  try {
    const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
    for (const file of manifest.files.filter(each => existsSync(`${folder}/${each}`))) cpSync(`${folder}/${file}`, join(staged, file), {recursive: true});
    for (const file of [`${folder}/README.md`, 'LICENSE'].filter(existsSync)) cpSync(file, join(staged, file.split('/').at(-1)!));
    const exports = Object.fromEntries(Object.entries(manifest.exports).map(([entry, target]) => [entry, withoutSource(target)]));
    writeFileSync(join(staged, 'package.json'), `${JSON.stringify({...manifest, exports}, null, 2)}\n`);
    const {status, stdout, stderr} = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', destination], {cwd: staged, encoding: 'utf8'});
    if (status !== 0) throw new Complaint(`${folder} could not be packed.\n${stderr.trim()}`);
    const [{filename}] = JSON.parse(stdout) as [{filename: string}];
    return join(destination, filename);
  } finally {
    rmSync(staged, {recursive: true, force: true});
  }
}

function withoutSource(target: string | Record<string, string>): string | Record<string, string> {
  return typeof target === 'string' ? target : Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== '@social-learning/source'));
}
