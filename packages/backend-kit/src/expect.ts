import {isSocialLearningError, type FailureCode} from '@social-learning/sdk';

/** A backend does not keep the contract; the message says which promise, and what happened instead. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Holds a fact that a backend promises. */
export function hold(fact: boolean, promise: string): asserts fact {
  if (!fact) throw new BrokenPromise(promise);
}

/** Holds two values to be the same, as JSON says them. */
export function same(actual: unknown, expected: unknown, promise: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  hold(is === should, `${promise}: expected ${should}, and it is ${is}`);
}

/** Holds a call to be refused for one of these reasons. */
export async function refused(call: Promise<unknown>, ...codes: readonly FailureCode[]): Promise<void> {
  const outcome = await call.then(() => 'nothing', (error: unknown) => (isSocialLearningError(error) ? error.code : String(error)));
  hold((codes as readonly string[]).includes(outcome), `refused with ${codes.join(' or ')}: it was refused with ${outcome}`);
}
