import {execFileSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';

/** The PostgreSQL that runs on a data folder, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Folder of its socket; empty where it listens by TCP. */
  readonly socket: string;
}

/** Who runs on a data folder. A file that a dead process left, or whose number another program has now, is taken away. */
export function findPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (Number.isSafeInteger(pid) && pid > 0 && isPostgres(pid)) return {pid, port: Number(lines[3]), socket: lines[4]?.trim() ?? ''};
  rmSync(file, {force: true});
  return undefined;
}

/** Whether a process is alive and a PostgreSQL: numbers are given again. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    if (process.platform === 'linux') {
      // A zombie has no command line any more.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
    }
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], {encoding: 'utf8'}).includes('postgres');
  } catch {
    // It ended between the two questions.
    return false;
  }
}
