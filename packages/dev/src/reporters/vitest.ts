import {relative} from 'node:path';
import type {Reporter, SerializedError, TestCase, TestModule} from 'vitest/node';
import {report} from '../outcome.ts';

/** Tells the runner how every story ended. */
export default class VitestReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const {state, errors} = test.result();
    if (state === 'pending') return;
    report({
      name: test.fullName,
      where: relative(process.cwd(), test.module.moduleId),
      result: state,
      ...(state === 'failed' ? {message: explain(errors)} : {}),
    });
  }

  onTestModuleEnd(module: TestModule): void {
    const errors = module.errors();
    if (errors.length === 0) return;
    const where = relative(process.cwd(), module.moduleId);
    report({name: 'the file itself', where, result: 'failed', message: explain(errors)});
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    if (errors.length > 0) report({name: 'the run itself', where: 'stories', result: 'failed', message: explain(errors)});
  }
}

function explain(errors: readonly SerializedError[] | undefined): string {
  // Storybook begins with an address of a server that does not run here.
  return errors?.map(({message}) => message.replace(/^\s*[^\n]*Click to debug[^\n]*\s*/, '')).join('\n') ?? 'failed';
}
