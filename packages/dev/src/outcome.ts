import {stripVTControlCharacters} from 'node:util';

/** How one test ended. Reporters send these to the runner over the channel between the processes. */
export interface Outcome {
  /** The test's name, with the names around it. */
  readonly name: string;
  /** The file, and the browser where there is one. */
  readonly where: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it failed; the first line is what a summary shows. */
  readonly message?: string;
}

/** Tells the runner, if there is one; alone, a failure is at least seen. */
export function report(outcome: Outcome): void {
  if (process.send) process.send({outcome});
  else if (outcome.result === 'failed') console.error(describe(outcome));
}

/** The outcome in a message from a child, if it is one. */
export function readOutcome(message: unknown): Outcome | undefined {
  if (typeof message !== 'object' || message === null || !('outcome' in message)) return undefined;
  return message.outcome as Outcome;
}

/** A failed test in a line, its message indented beneath where it has more to say. */
export function describe({name, where, message = 'failed'}: Outcome): string {
  const [first = '', ...rest] = stripVTControlCharacters(message).trim().split('\n').slice(0, 12);
  return [`FAIL ${where} › ${name}: ${first}`, ...rest.map(line => `     ${line}`)].join('\n');
}
