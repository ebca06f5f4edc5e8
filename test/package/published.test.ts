import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {editorData} from '../../packages/dev/src/build/editor-data.ts';
import {buildManifest} from '../../packages/dev/src/build/manifest.ts';
import {packPackages} from '../../packages/dev/src/build/pack.ts';
import {buildPackagesIfChanged, published} from '../../packages/dev/src/build/packages.ts';

type Exports = Record<string, string | object>;

/** Inside the repository, so that what the packages depend on is found, and nothing of ours but what was packed. */
mkdirSync('.cache', {recursive: true});
const folder = resolve(mkdtempSync('.cache/published-'));
const installed = (name: string) => join(folder, 'node_modules/@social-learning', name);
let files: Map<string, string>;

before(async () => {
  buildPackagesIfChanged();
  for (const [file, text] of editorData(await buildManifest())) writeFileSync(file, text);
  files = packPackages(folder);
  for (const [name, file] of files) {
    mkdirSync(installed(name), {recursive: true});
    execFileSync('tar', ['-xzf', file, '-C', installed(name), '--strip-components=1']);
  }
});
after(() => rmSync(folder, {recursive: true, force: true}));

for (const name of published) {
  test(`publint finds nothing in what is published of ${name}`, async () => {
    const {messages, pkg} = await publint({pkgDir: installed(name), pack: false, strict: true});
    assert.deepEqual(messages.map(message => formatMessage(message, pkg, {color: false})), []);
  });

  test(`the types of ${name} are found behind every entry by who imports modules`, async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(files.get(name)!))));
    assert.ok(analysis.types, 'it has types');
    // Modules alone: neither `require` nor the resolution of Node 10 is served. Style sheets have no types.
    const problems = analysis.problems.filter(problem => !('entrypoint' in problem && problem.entrypoint.endsWith('.css')) && !('resolutionKind' in problem && /^node(10|16-cjs)$/.test(problem.resolutionKind)));
    assert.deepEqual(problems, []);
  });

  test(`every entry of ${name} is imported on a server, and leaves its globals alone`, () => {
    const entries = Object.entries(readExports(name))
      .filter(([entry, target]) => typeof target !== 'string' && !/\/define$/.test(entry))
      .map(([entry]) => `@social-learning/${name}${entry.slice(1)}`);
    run(`
      const before = Object.getOwnPropertyNames(globalThis);
      for (const entry of ${JSON.stringify(entries)}) await import(entry).catch(error => { throw new Error(entry, {cause: error}); });
      const added = Object.getOwnPropertyNames(globalThis).filter(name => !before.includes(name));
      // What Lit and nanostores keep there themselves; on a server Lit brings a registry.
      const ofLibraries = /^(?:(?:lit|reactive)\\w+Versions|litPropertyMetadata|litIssuedWarnings|litServerRoot|customElements|nanostoresGlobal)$/;
      assert.deepEqual(added.filter(name => !ofLibraries.test(name)), []);
      assert.equal(typeof globalThis.document, 'undefined');
    `);
  });
}

test('every React component is drawn on a server', () => {
  run(`
    const {createElement} = await import('react');
    const {renderToString} = await import('react-dom/server');
    const components = Object.entries(await import('@social-learning/react')).filter(([name]) => /^[A-Z]/.test(name) && name !== 'Provider');
    assert.ok(components.length > 5);
    for (const [name, Component] of components) assert.match(renderToString(createElement(Component)), /^<sl-[a-z-]+><\\/sl-[a-z-]+>$/, name);
  `);
});

test('a page of React with a client and a store is drawn on a server, which asks the backend nothing', () => {
  run(`
    const {createElement} = await import('react');
    const {renderToString} = await import('react-dom/server');
    const {Provider, Thread, useClient, useStore} = await import('@social-learning/react');
    const {createClient, httpBackend} = await import('@social-learning/sdk');
    let asked = 0;
    globalThis.fetch = async () => { asked += 1; throw new Error('asked'); };
    const client = createClient({backend: httpBackend({url: 'http://backend.example'})});
    const Status = () => createElement('p', null, useStore(useClient().thread({subject: 'a'}).$state).status);
    const drawn = renderToString(createElement(Provider, {client}, createElement(Status), createElement(Thread, {subject: 'a'})));
    assert.equal(drawn, '<sl-provider><p>loading</p><sl-thread></sl-thread></sl-provider>');
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(asked, 0);
    client.close();
  `);
});

function readExports(name: string): Exports {
  return (JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8')) as {exports: Exports}).exports;
}

/** In a Node of its own, beside the packages. */
function run(script: string): void {
  const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', `import assert from 'node:assert/strict';\n${script}`], {cwd: folder, encoding: 'utf8'});
  assert.equal(status, 0, stderr);
}
