import type {Environment} from './environment.ts';

/** Milliseconds between two looks. */
const interval = 15_000;

/** Looks for news again and again, where the backend has no live feed. */
export async function poll(environment: Environment, look: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await environment.wait(interval, signal);
    if (!signal.aborted) await look();
  }
}
