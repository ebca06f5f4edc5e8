import {runTool} from '../process/tool.ts';
import {list} from './files.ts';
import type {Part, PartContext} from './part.ts';

const compiler = 'node_modules/typescript/bin/tsc';

/** The types of everything, and of the packages that must do without the DOM. */
export const types: Part = {
  name: 'types',
  group: 'static',
  run: context => check(context, 'types are right', async () => {
    for (const project of ['tsconfig.json', ...list(['packages/*/tsconfig.json'])]) {
      const {code, output} = await runTool(compiler, ['-p', project, '--pretty', 'false']);
      if (code !== 0) return `${project}\n${output}`;
    }
    return undefined;
  }),
};

export const lint: Part = {
  name: 'lint',
  group: 'static',
  run: context => check(context, 'lint finds nothing', async () => {
    const {code, output} = await runTool('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--no-color']);
    return code === 0 ? undefined : output.trim();
  }),
};

async function check({onOutcome}: PartContext, name: string, complaint: () => Promise<string | undefined>): Promise<void> {
  const message = await complaint();
  const where = 'static';
  if (message === undefined) onOutcome({name, where, result: 'passed'});
  else onOutcome({name, where, result: 'failed', message});
}
