import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';

function run(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
  return {status, stdout, stderr};
}

test('an unknown option of the tests is answered in a sentence', () => {
  const {status, stderr} = run('packages/dev/test.mjs', '--onyl', 'node');
  assert.equal(status, 1);
  assert.match(stderr, /Unknown option '--onyl'/);
  assert.doesNotMatch(stderr, /\n\s+at /);
});

test('an unknown part of the tests is answered with those that there are', () => {
  const {status, stderr} = run('packages/dev/test.mjs', '--only', 'nonsense');
  assert.equal(status, 1);
  assert.match(stderr, /static, node, pg15, browser, e2e, stories, not nonsense/);
});

test('an unknown option of the demo is answered in a sentence', () => {
  const {status, stderr} = run('packages/dev/start.mjs', '--prot', '4400');
  assert.equal(status, 1);
  assert.match(stderr, /Unknown option '--prot'/);
  assert.doesNotMatch(stderr, /\n\s+at /);
});

test('a tool that there is none of is answered with those that there are', () => {
  const {status, stderr} = run('packages/dev/run.mjs', 'biuld');
  assert.equal(status, 1);
  assert.match(stderr, /bench, build, pack, storybook/);
});
