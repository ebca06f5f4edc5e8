import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {makeGenerated, staleFiles} from '../../packages/dev/src/build/generated.ts';

let made: Map<string, string>;

before(async () => {
  made = await makeGenerated();
});

test('what is written from the code says what the code says: pages, reports of the API, types and React components', () => {
  const old = [...made].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  assert.deepEqual(old.map(([file]) => file), [], 'npm run build writes them');
});

test('nothing is left of an element that is there no more', () => {
  assert.deepEqual(staleFiles(made), [], 'npm run build removes them');
});
