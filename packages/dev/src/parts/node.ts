import {list, nodeTests, endToEndTests, staticTests} from './files.ts';
import {runReportingTool, type Part, type PartContext} from './part.ts';
import {startPostgres15} from '../process/postgres-15.ts';

const reporter = new URL('../reporters/node-test.ts', import.meta.url).href;

/** Everything that needs no page, on the embedded PostgreSQL. */
export const node: Part = {
  name: 'node',
  group: 'node',
  run: context => runNodeTests(context, nodeTests(), 2),
};

/** The server again, on the oldest PostgreSQL that is supported. */
export const postgres15: Part = {
  name: 'server on PostgreSQL 15',
  group: 'pg15',
  async run(context) {
    const cluster = await startPostgres15();
    try {
      const env = {TEST_DATABASE_URL: cluster.url};
      await runNodeTests(context, list(['packages/server/test/**/*.test.ts']), 2, env);
    } finally {
      cluster.stop();
    }
  },
};

/** The product as a person meets it, in Chromium. */
export const endToEnd: Part = {
  name: 'end to end',
  group: 'e2e',
  run: context => runNodeTests(context, list(endToEndTests), 1),
};

/** The repository's own shape: arrows, sizes, surface. */
export const shape: Part = {
  name: 'static',
  group: 'static',
  run: context => runNodeTests(context, list(staticTests), 2),
};

async function runNodeTests(
  context: PartContext,
  files: readonly string[],
  concurrency: number,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  // Without a file node:test would look for some by itself.
  if (files.length === 0) return;
  const args = ['--test', `--test-concurrency=${concurrency}`, '--test-timeout=300000', `--test-reporter=${reporter}`];
  await runReportingTool('node --test', context, '', [...args, ...files], {env});
}
