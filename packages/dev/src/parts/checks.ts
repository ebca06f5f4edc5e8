import {runTool} from '../process/tool.ts';
import {list} from './files.ts';
import type {Part, PartContext} from './part.ts';

const compiler = 'node_modules/typescript/bin/tsc';

/** It also reads the components of Vue. */
const exampleCompiler = 'node_modules/vue-tsc/bin/vue-tsc.js';

/** The examples say only what their copies need; here they see the sources of our packages, as these are written. */
const withSources = ['--customConditions', '@social-learning/source', '--allowImportingTsExtensions', '--experimentalDecorators', '--useDefineForClassFields', 'false'];

/** The types of everything, of the packages that must do without the DOM, and of the examples. */
export const types: Part = {
  name: 'types',
  group: 'static',
  run: context => check(context, 'types are right', async () => {
    for (const project of ['tsconfig.json', ...list(['packages/*/tsconfig.json'])]) {
      const {code, output} = await runTool(compiler, ['-p', project, '--pretty', 'false']);
      if (code !== 0) return `${project}\n${output}`;
    }
    for (const project of list(['examples/*/tsconfig.json'])) {
      const {code, output} = await runTool(exampleCompiler, ['-p', project, '--pretty', 'false', ...withSources]);
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
