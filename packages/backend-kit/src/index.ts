import {cases, feedCase, type KitCase} from './cases.ts';
import type {KitSubject} from './setting.ts';

/** A test of one promise: `skipped` names the endpoint that the backend does not have. */
export interface KitTest {
  readonly name: string;
  readonly skipped: string | undefined;
  run(): Promise<void>;
}

/**
 * The conformance kit: the tests that tell whether a backend keeps the part of the contract that it declares. Hand them
 * to any test runner.
 *
 * @example
 * ```ts
 * for (const {name, skipped, run} of await backendTests({backendAs})) test(name, {skip: skipped ?? false}, run);
 * ```
 */
export async function backendTests(subject: KitSubject): Promise<KitTest[]> {
  const {supports, subscribe} = await subject.backendAs('ann');
  const all: readonly KitCase[] = subscribe ? [...cases, feedCase] : cases;
  return all.map(({name, needs, run}) => {
    const missing = needs.filter(endpoint => !supports.has(endpoint));
    return {name, skipped: missing.length > 0 ? `does not have ${missing.join(', ')}` : undefined, run: () => run(subject)};
  });
}

export type {KitSubject};
