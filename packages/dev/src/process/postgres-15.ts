import {spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from './free-port.ts';

const binaries = '/usr/lib/postgresql/15/bin';

export interface Cluster {
  /** Address of its administrator, on loopback. */
  readonly url: string;
  stop(): void;
}

/** Starts a PostgreSQL 15 cluster in a temporary folder. As root it runs as `postgres`, since PostgreSQL refuses root. */
export async function startPostgres15(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'social-learning-pg15-'));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, ...args: string[]): void => {
    const [command = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
    const {status, stderr, error} = spawnSync(command, rest, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe']});
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
  };

  const port = await freePort();
  const password = randomBytes(16).toString('hex');
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, password);
  if (asRoot) {
    spawnSync('chown', ['-R', 'postgres', folder]);
    chmodSync(folder, 0o700);
  }

  run(`${binaries}/initdb`, '-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C.UTF-8');
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  run(`${binaries}/pg_ctl`, '-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start');

  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop() {
      run(`${binaries}/pg_ctl`, '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
