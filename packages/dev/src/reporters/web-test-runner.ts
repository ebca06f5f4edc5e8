import type {Reporter, TestResultError, TestSession, TestSuiteResult} from '@web/test-runner-core';
import {relative} from 'node:path';
import {report} from '../outcome.ts';

/** Tells the runner how every test ended in every browser, and what kept a file from being run at all. */
export function webTestRunnerReporter(): Reporter {
  return {
    reportTestFileResults({sessionsForTestFile}) {
      for (const session of sessionsForTestFile) reportSession(session);
    },
  };
}

function reportSession(session: TestSession): void {
  const where = `${relative(process.cwd(), session.testFile ?? '')} (${session.browser.name})`;
  for (const error of session.errors) {
    const logs = session.logs.flat().map(entry => (typeof entry === 'string' ? entry : JSON.stringify(entry)));
    report({name: 'the file itself', where, result: 'failed', message: [explain(error), ...logs].join('\n')});
  }
  if (session.testResults) reportSuite(session.testResults, [], where);
  if (!session.passed) {
    for (const url of session.request404s) console.error(`     not found: ${url}`);
  }
}

function reportSuite(suite: TestSuiteResult, around: readonly string[], where: string): void {
  for (const test of suite.tests) {
    const name = [...around, test.name].join(' › ');
    const result = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
    report({name, where, result, ...(test.error && !test.passed ? {message: explain(test.error)} : {})});
  }
  for (const each of suite.suites) reportSuite(each, [...around, each.name], where);
}

function explain({message, stack, expected, actual}: TestResultError): string {
  const difference = expected === undefined ? [] : [`expected: ${expected}`, `actual: ${actual}`];
  const place = stack?.split('\n').find(line => line.includes('/test/'))?.trim();
  return [message, ...difference, ...(place === undefined ? [] : [place])].join('\n');
}
