import {seen} from './mount.ts';

/** Waits until the server answers so, one question after the other. */
export async function serverSays(ask: () => Promise<boolean>, what: string): Promise<void> {
  let isSo = false;
  let isAsking = false;
  await seen(() => {
    if (isSo || isAsking) return isSo;
    isAsking = true;
    ask().then(answer => (isSo = answer), () => undefined).finally(() => (isAsking = false));
    return false;
  }, `${what} on the server`);
}
