import {fork} from 'node:child_process';
import {once} from 'node:events';

const guard = new URL('../../packages/dev/src/prepare/leave-with-parent.mjs', import.meta.url).href;

/** A process of the bench that answers messages. */
export interface Child {
  /** Sends a message and waits for the answer. */
  ask(message: unknown): Promise<unknown>;
  tell(message: unknown): void;
  /** Milliseconds of CPU that it has used; only of children that answer so. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one, and waits until it says that it is ready. */
export async function startChild(file: string, args: readonly string[]): Promise<Child> {
  const child = fork(new URL(file, import.meta.url), args, {
    execArgv: ['--conditions=@social-learning/source', '--import', guard], stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  const ask = async (message: unknown) => {
    child.send(message as object);
    return (await once(child, 'message'))[0] as unknown;
  };
  return {
    ask,
    tell: message => child.send(message as object),
    async cpu() {
      const {user, system} = (await ask('cpu')) as NodeJS.CpuUsage;
      return (user + system) / 1_000;
    },
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
