import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Step} from '@social-learning/server';
import {freePort} from '../../packages/dev/src/process/free-port.ts';

const program = new URL('./mortal-server.child.ts', import.meta.url);
const guard = new URL('../../packages/dev/src/prepare/leave-with-parent.mjs', import.meta.url).href;

/** The real server in a process of its own, on an embedded database, which can be killed at a step of an act. */
export interface MortalServer {
  readonly url: string;
  readonly port: number;
  /** Lets it be killed, as by `kill -9`, at the next such step; with its database if asked to. Settles when that is arranged. */
  dieAt(step: Step, withDatabase?: boolean): Promise<void>;
  /** Settles when it is dead. */
  readonly death: Promise<void>;
  /** Kills it now. */
  kill(withDatabase?: boolean): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Sample people, no rate limit, the built scripts, and at `/page?subject=` a page of a host that knows people by a cookie. */
export async function startMortalServer(): Promise<MortalServer> {
  const data = mkdtempSync(join(tmpdir(), 'social-learning-mortal-'));
  const port = await freePort();
  let child: ChildProcess;
  let death: Promise<void>;

  const start = async () => {
    child = fork(program, [data, String(port)], {
      execArgv: ['--conditions=@social-learning/source', '--import', guard],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    death = once(child, 'exit').then(() => undefined);
    await Promise.race([
      once(child, 'message'),
      death.then(() => {
        throw new Error('The server did not start.');
      }),
    ]);
  };
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get death() {
      return death;
    },
    async dieAt(step, withDatabase = false) {
      child.send({step, database: withDatabase ? postmasterOf(data) : 0});
      await once(child, 'message');
    },
    async kill(withDatabase = false) {
      if (withDatabase) process.kill(postmasterOf(data), 'SIGKILL');
      child.kill('SIGKILL');
      await death;
    },
    restart: start,
    async stop() {
      child.kill('SIGTERM');
      await death;
      rmSync(data, {recursive: true, force: true});
    },
  };
}

function postmasterOf(data: string): number {
  return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
