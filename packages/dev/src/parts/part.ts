import type {Outcome} from '../outcome.ts';
import {runTool, type ToolOptions} from '../process/tool.ts';

export const groups = ['static', 'node', 'pg15', 'browser', 'e2e', 'stories'] as const;

/** What `--only` chooses among. */
export type Group = (typeof groups)[number];

export interface PartContext {
  /** Browsers to test in. */
  readonly browsers: readonly string[];
  /** Told of each test as it ends. */
  readonly onOutcome: (outcome: Outcome) => void;
}

/** One part of the test run. It throws when it could not do its work. */
export interface Part {
  readonly name: string;
  readonly group: Group;
  run(context: PartContext): Promise<void>;
}

/** Runs a tool that reports each test; fails by name if it ends badly without having reported a failed test. */
export async function runReportingTool(
  where: string,
  {onOutcome}: PartContext,
  script: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<void> {
  let failed = false;
  const {code, output} = await runTool(script, args, {
    ...options,
    onOutcome(outcome) {
      failed ||= outcome.result === 'failed';
      onOutcome(outcome);
    },
  });
  if (code !== 0 && !failed) throw new Error(`${where} ended with exit code ${code}\n${output.trim().split('\n').slice(-11).join('\n')}`);
}
