import {spawn, type ChildProcess} from 'node:child_process';
import {readOutcome, type Outcome} from '../outcome.ts';

const guard = new URL('../prepare/leave-with-parent.mjs', import.meta.url).href;
const running = new Set<ChildProcess>();

export interface ToolOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Told of each test as it ends. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Shows what the tool prints at once; otherwise it is only kept. */
  readonly verbose?: boolean;
}

export interface ToolResult {
  readonly code: number;
  /** The end of what the tool printed. */
  readonly output: string;
}

/** Runs a Node script to its end, in a process group of its own; nothing that it started outlives it. */
export function runTool(script: string, args: readonly string[] = [], options: ToolOptions = {}): Promise<ToolResult> {
  const child = spawn(process.execPath, ['--import', guard, ...(script === '' ? [] : [script]), ...args], {
    env: {...process.env, ...options.env},
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  running.add(child);

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-8000);
      if (options.verbose) process.stdout.write(text);
    });
  }
  child.on('message', message => {
    const outcome = readOutcome(message);
    if (outcome) options.onOutcome?.(outcome);
  });

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // What it left behind may hold the pipes open, so they end with the group and not the other way round.
    child.on('exit', () => endGroup(child, 'SIGKILL'));
    child.on('close', code => {
      running.delete(child);
      resolve({code: code ?? 1, output});
    });
  });
}

/** Asks everything that still runs to stop, as after Ctrl-C; what has not after ten seconds is ended. */
export function endTools(): void {
  for (const child of running) {
    // Not the group: a database in it is stopped by the server that it serves.
    child.kill('SIGTERM');
    setTimeout(() => endGroup(child, 'SIGKILL'), 10_000).unref();
  }
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: nobody of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
