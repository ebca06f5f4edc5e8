import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from './free-port.ts';

const command = 'packages/server/bin/social-learning.js';
const guard = new URL('../prepare/leave-with-parent.mjs', import.meta.url).href;

export interface Backend {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the real server with the demo organisation, on a database in a temporary folder that goes when it stops. */
export async function startBackend(options: readonly string[] = []): Promise<Backend> {
  if (!existsSync(command)) throw new Error(`There is no server at ${command}.`);
  const data = mkdtempSync(join(tmpdir(), 'social-learning-backend-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['start', '--demo', '--port', String(port), '--public-url', url, '--data', data, ...options];
  const server = spawn(process.execPath, ['--import', guard, command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {...process.env, PORT: ''},
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)));
  }
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));

  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, {recursive: true, force: true});
  };
  const deadline = Date.now() + 120_000;
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The server did not start: ${output.trim()}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {url, stop};
}

const answers = (url: string) => fetch(`${url}/healthz`).then(response => response.ok, () => false);
