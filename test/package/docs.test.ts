import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {makeDocs} from '../../packages/dev/src/build/docs.ts';

test('the pages about the contract and the elements say what the code says', async () => {
  for (const [file, text] of await makeDocs()) {
    assert.ok(existsSync(file) && readFileSync(file, 'utf8') === text, `${file} is not what the code says; npm run build writes it`);
  }
});
