import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {Complaint} from './complaint.mjs';
import {root} from './root.mjs';

/** The first Node that runs TypeScript without a flag. */
const oldest = [22, 18];
const binaries = join(root, 'node_modules', '.bin');
const guard = new URL('./leave-with-parent.mjs', import.meta.url).href;

/** The path of a Node that is new enough: the running one, or the one from the registry. */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const bundled = join(binaries, 'node');
  if (existsSync(bundled)) {
    const {stdout} = spawnSync(bundled, ['-p', 'process.versions.node'], {encoding: 'utf8'});
    if (isNewEnough(stdout?.trim() ?? '')) return bundled;
  }
  throw new Complaint(
    `Node ${oldest.join('.')} or newer is needed and this is ${process.versions.node}; please install a newer one from https://nodejs.org.`,
  );
}

/** What the tools see: the newer Node first in the path, packages as sources, and nothing sent to anybody. */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: `${binaries}${delimiter}${process.env.PATH}`,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=@social-learning/source`.trim(),
    STORYBOOK_DISABLE_TELEMETRY: '1',
  };
}

/**
 * Runs a script under the newer Node and answers its exit code. A signal to stop reaches it exactly once, although a
 * terminal sends Ctrl-C to everybody: it has a process group of its own. Should this process be killed, it stops too.
 */
export function runScript(script, args = []) {
  const child = spawn(findNode(), ['--import', guard, script, ...args], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
