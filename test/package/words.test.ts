import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {runTool} from '../../packages/dev/src/process/tool.ts';

const elements = 'packages/elements';
const settings = JSON.parse(readFileSync(`${elements}/lit-localize.json`, 'utf8')) as {
  targetLocales: string[]; tsConfig: string; output: {outputDir: string; localeCodesModule: string}; interchange: {xliffDir: string};
};

const units = (xliff: string) => new Map(
  [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id, body]) => [id!, body!]),
);
const placeholders = (text: string | undefined) => [...(text ?? '').matchAll(/<x id="(\d+)"/g)].map(([, id]) => id).sort();

test('every word on screen is extracted, and said in every language with all that stands in it', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  t.after(() => rmSync(folder, {recursive: true}));
  cpSync(`${elements}/${settings.interchange.xliffDir}`, join(folder, 'xliff'), {recursive: true});
  const file = join(elements, '.lit-localize.check.json');
  t.after(() => rmSync(file, {force: true}));
  writeFileSync(file, JSON.stringify({...settings, interchange: {format: 'xliff', xliffDir: join(folder, 'xliff')}}));
  const {code, output} = await runTool('node_modules/@lit/localize-tools/bin/lit-localize.js', ['extract', '--config', file]);
  assert.equal(code, 0, output);

  assert.deepEqual(readdirSync(join(folder, 'xliff')).sort(), settings.targetLocales.map(locale => `${locale}.xlf`).sort());
  for (const locale of settings.targetLocales) {
    const needed = units(readFileSync(join(folder, 'xliff', `${locale}.xlf`), 'utf8'));
    const built = readFileSync(`${elements}/${settings.output.outputDir}/${locale}.ts`, 'utf8');
    assert.ok(needed.size > 50, 'words were found');
    for (const [id, body] of needed) {
      const source = /<source>([\s\S]*?)<\/source>/.exec(body)?.[1];
      const target = /<target>([\s\S]*?)<\/target>/.exec(body)?.[1];
      assert.ok(target?.trim(), `${locale} lacks “${source}”`);
      assert.deepEqual(placeholders(target), placeholders(source), `${locale} says “${source}” without what stands in it`);
      assert.ok(built.includes(`'${id}'`), `${locale} was not built since “${source}” came; run lit-localize build`);
    }
  }
});
