import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const command = fileURLToPath(new URL('../../bin/social-learning.js', import.meta.url));

/** A process that was started, with all that it said. */
export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Its exit code; 137 and such where it was killed. */
  readonly ended: Promise<number>;
}

export interface RunOptions {
  readonly script?: string;
  readonly env?: Record<string, string>;
  /** Runs as another user than the tests do. */
  readonly user?: {readonly uid?: number; readonly gid?: number};
}

/** Starts the command line, or another script of the tests. */
export function run(args: readonly string[], {script = command, env = {}, user = {}}: RunOptions = {}): Started {
  const child = spawn(process.execPath, ['--conditions=@social-learning/source', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, PORT: '', DATABASE_URL: '', ...env}, ...user,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? (signal === 'SIGKILL' ? 137 : 143));
  return {child, output: () => output, ended};
}

/** Waits until a process says where it listens; throws with what it said where it ends instead. */
export async function untilListening(started: Started): Promise<string> {
  let over = false;
  void started.ended.then(() => (over = true));
  for (;;) {
    const url = /Listening on (\S+)/.exec(started.output())?.[1];
    if (url) return url;
    if (over) throw new Error(`It ended: ${started.output()}`);
    await Promise.race([once(started.child.stdout!, 'data'), started.ended]);
  }
}
