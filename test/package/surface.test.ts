import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {dirname} from 'node:path';
import {test} from 'node:test';

const sourceCondition = '@social-learning/source';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly version: string;
  readonly exports?: Record<string, string | Record<string, string>>;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const packages = globSync('packages/*/package.json').sort().map(file => ({
  folder: dirname(file),
  manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest,
}));
const published = packages.filter(({manifest}) => manifest.private !== true);

for (const {folder, manifest: {name, exports = {}}} of published) {
  test(`${name} names each of its entries`, () => {
    assert.ok('.' in exports, 'there is no main entry');
    assert.deepEqual(Object.keys(exports).filter(entry => entry.includes('*')), []);
  });

  test(`${name} has a source behind each entry, and builds it to where the entry points`, () => {
    for (const [entry, target] of Object.entries(exports)) {
      if (typeof target === 'string') continue;
      const source = target[sourceCondition];
      assert.ok(source !== undefined, `${entry} has no source condition`);
      assert.equal(Object.keys(target)[0], sourceCondition, `${entry}: conditions are tried in order, the source must be first`);
      assert.ok(existsSync(`${folder}/${source}`), `${entry}: there is no ${source}`);
      const built = source.replace('./src/', './dist/').replace(/\.ts$/, '');
      assert.equal(target.types, `${built}.d.ts`, entry);
      assert.equal(target.default, `${built}.js`, entry);
    }
  });
}

test('every dependency has one exact version', () => {
  const loose = packages.flatMap(({folder, manifest: {dependencies, optionalDependencies}}) =>
    Object.entries({...dependencies, ...optionalDependencies})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${folder}: ${name} ${version}`));
  assert.deepEqual(loose, []);
});

test('nothing in the repository names a place on the machine where it was written', () => {
  const here = [process.cwd(), homedir()].filter(path => path.length > '/root'.length);
  const named = trackedFiles().filter(file => {
    const text = readFileSync(file, 'utf8');
    return here.some(path => text.includes(path)) || /(?<![\w.])\/(?:home|Users)\/[a-z][\w-]*\//.test(text);
  });
  assert.deepEqual(named, []);
});

test('the lockfile fetches from the public registry alone', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {packages: Record<string, {resolved?: string; link?: boolean}>};
  const elsewhere = Object.entries(lock.packages)
    .filter(([, {resolved, link}]) => resolved !== undefined && link !== true && !resolved.startsWith('https://registry.npmjs.org/'));
  assert.deepEqual(elsewhere.map(([path]) => path), []);
});

/** Text files under version control. */
function trackedFiles(): string[] {
  const binary = /\.(png|jpe?g|gif|webp|woff2?|gz|zip)$/;
  return execFileSync('git', ['ls-files', '-z'], {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024})
    .split('\0')
    .filter(file => file !== '' && !binary.test(file) && existsSync(file));
}
