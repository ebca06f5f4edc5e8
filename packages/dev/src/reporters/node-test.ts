import type {TestEvent} from 'node:test/reporters';
import {relative} from 'node:path';
import {report} from '../outcome.ts';

interface Details {
  readonly type?: string;
  readonly error?: Error & {readonly failureType?: string; readonly cause?: unknown};
}

/** Tells the runner how every test of node:test ended. Suites only count where they fail by themselves. */
export default async function* nodeTestReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const {name, file, line, skip, todo} = event.data;
    const {type, error} = event.data.details as Details;
    const where = file === undefined ? 'node' : `${relative(process.cwd(), file)}:${line ?? 1}`;

    if (event.type === 'test:fail' && todo === undefined) {
      // A suite whose tests failed has nothing to add to them.
      if (error?.failureType !== 'subtestsFailed') report({name, where, result: 'failed', message: explain(error)});
    } else if (type !== 'suite') {
      report({name, where, result: skip === undefined && todo === undefined ? 'passed' : 'skipped'});
    }
  }
  yield '';
}

function explain(error: Details['error']): string {
  const cause = error?.cause;
  if (!(cause instanceof Error)) return String(cause ?? error?.message ?? 'failed');
  const place = cause.stack?.split('\n').find(line => line.includes('/test/'))?.trim();
  return [cause.message, ...(place === undefined ? [] : [place])].join('\n');
}
