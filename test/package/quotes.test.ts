import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {list} from '../../packages/dev/src/parts/files.ts';

const pages = ['README.md', 'CONTRIBUTING.md', ...list(['docs/*.md', 'examples/*/README.md'])];

test('code that a page quotes from a file is that file’s', () => {
  let quotes = 0;
  for (const page of pages) {
    for (const [, file, code] of readFileSync(page, 'utf8').matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)\n```$/gm)) {
      quotes += 1;
      assert.ok(existsSync(file!), `${page} quotes ${file}, which is not there`);
      assert.ok(readFileSync(file!, 'utf8').includes(code!), `${page} quotes ${file} otherwise than it is`);
    }
  }
  assert.ok(quotes > 5, `${quotes} quotes were found`);
});

test('every example is told of', () => {
  const told = pages.map(page => readFileSync(page, 'utf8')).join('\n');
  const forgotten = list(['examples/*/README.md']).map(dirname).filter(folder => !told.includes(folder));
  assert.deepEqual(forgotten, []);
});

test('pages link only to what is there', () => {
  const broken = pages.flatMap(page => [...readFileSync(page, 'utf8').matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
    .filter(([, target]) => !existsSync(join(dirname(page), target!)))
    .map(([, target]) => `${page} -> ${target}`));
  assert.deepEqual(broken, []);
});
