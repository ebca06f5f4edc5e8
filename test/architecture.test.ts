import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {test} from 'node:test';
import {findCycles, packageOf, readImports, sourceFiles, type Import} from './support/import-graph.ts';

const scope = '@social-learning/';

/** Which packages each package may know. The workshop knows all and nobody knows it. */
const mayKnow: Record<string, readonly string[]> = {
  'protocol': [],
  'sdk': ['protocol'],
  'elements': ['sdk'],
  'react': ['elements', 'sdk'],
  'hosts': ['elements', 'sdk'],
  'server': ['protocol'],
  'backend-kit': ['protocol', 'sdk'],
  'backends': ['sdk'],
};

/** Packages that run in Node alone. */
const nodeOnly = ['server', 'dev'];

const longestFile = 400;
const imports = readImports();
const product = imports.filter(({from}) => packageOf(from) !== 'dev');

test('packages know only those that the arrows point to', () => {
  const forbidden = product.filter(({from, specifier}) => {
    const other = packageNamed(specifier);
    return other !== undefined && other !== packageOf(from) && !mayKnow[packageOf(from)]?.includes(other);
  });
  assert.deepEqual(forbidden.map(arrow), []);
});

test('packages reach each other by name, and themselves by relative path', () => {
  const forbidden = imports.filter(({from, specifier, to}) =>
    to === undefined ? packageNamed(specifier) === packageOf(from) : packageOf(to) !== packageOf(from));
  assert.deepEqual(forbidden.map(arrow), []);
});

test('every relative import names a file, with its extension', () => {
  const lost = imports.filter(({specifier, to}) => specifier.startsWith('.') && to === undefined);
  assert.deepEqual(lost.map(arrow), []);
});

test('what a package imports, its package.json names', () => {
  const undeclared = product.filter(({from, specifier}) => {
    if (specifier.startsWith('.') || isBuiltin(specifier)) return false;
    const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    const declared = dependencies(packageOf(from));
    return name !== scope + packageOf(from) && !declared.includes(name) && !declared.includes(`@types/${name}`);
  });
  assert.deepEqual(undeclared.map(arrow), []);
});

test('only the server uses what Node alone has', () => {
  const forbidden = imports.filter(({from, specifier}) => isBuiltin(specifier) && !nodeOnly.includes(packageOf(from)));
  assert.deepEqual(forbidden.map(arrow), []);
});

test('no imports go in a circle, not those of types either', () => {
  assert.deepEqual(findCycles(imports).map(files => files.join(' -> ')), []);
});

test(`no source file is longer than ${longestFile} lines`, () => {
  const long = sourceFiles()
    .map(file => ({file, lines: readFileSync(file, 'utf8').split('\n').length}))
    .filter(({lines}) => lines > longestFile);
  assert.deepEqual(long.map(({file, lines}) => `${file}: ${lines}`), []);
});

const arrow = ({from, specifier}: Import): string => `${from} -> ${specifier}`;

/** The folder of the package of ours that a specifier names. */
function packageNamed(specifier: string): string | undefined {
  return specifier.startsWith(scope) ? specifier.slice(scope.length).split('/')[0] : undefined;
}

function dependencies(folder: string): string[] {
  const {dependencies = {}, optionalDependencies = {}, peerDependencies = {}} = readPackage(folder);
  return Object.keys({...dependencies, ...optionalDependencies, ...peerDependencies});
}

function readPackage(folder: string): Record<string, Record<string, string> | undefined> {
  return JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'));
}
