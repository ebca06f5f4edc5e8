import {list} from './files.ts';
import {runReportingTool, type Part} from './part.ts';

const reporter = new URL('../reporters/vitest.ts', import.meta.url).pathname;

/** Every story drawn once, its play function run and its accessibility checked. */
export const stories: Part = {
  name: 'stories',
  group: 'stories',
  async run(context) {
    if (list(['stories/**/*.stories.ts']).length === 0) return;
    const args = ['run', '--config', '.storybook/vitest.config.ts', `--reporter=${reporter}`];
    await runReportingTool('vitest', context, 'node_modules/vitest/vitest.mjs', args);
  },
};
