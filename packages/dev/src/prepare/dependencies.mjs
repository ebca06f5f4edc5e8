import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Complaint} from './complaint.mjs';
import {root} from './root.mjs';

const stampFile = join(root, 'node_modules', '.social-learning-installed');

/** Installs what package-lock.json names, unless it is there already. */
export function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  if (!isInstalled(JSON.parse(lock))) {
    console.log('Installing dependencies …');
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (npm.error) throw new Complaint(`npm, which comes with Node, could not be started: ${npm.error.message}.`);
    if (npm.status !== 0) throw new Complaint(`The dependencies could not be installed. npm says: ${lastLines(npm.stderr)}`);
  }
  mkdirSync(join(root, 'node_modules'), {recursive: true});
  writeFileSync(stampFile, stamp);
}

/** Whether npm's own record of node_modules has what the lock names; a package for another platform may be missing. */
function isInstalled(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, {version, optional, devOptional, link}]) =>
      path in installed ? link || installed[path].version === version : optional || devOptional);
}

const lastLines = (text) => text.trim().split('\n').slice(-6).join('\n');
