import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import ts from 'typescript';
import {Complaint} from '../prepare/complaint.mjs';
import {fingerprint} from './fingerprint.ts';

const stampFile = '.cache/packages.sources';
const sources = ['packages/*/src/**/*.ts', 'packages/*/{package,tsconfig}.json', 'tsconfig.json', 'package-lock.json'];

/** Packages that are published, in the order in which they need each other. */
export const published = ['protocol', 'sdk', 'elements', 'react', 'server', 'backend-kit'] as const;

/** Compiles every published package to `dist/`: JavaScript, source maps and declarations. */
export function buildPackages({check = true} = {}): void {
  for (const name of published) buildPackage(`packages/${name}`, check);
  mkdirSync(dirname(stampFile), {recursive: true});
  writeFileSync(stampFile, fingerprint(sources));
}

/** Compiles them for tests, which check the types elsewhere, unless they are there and no source has changed. */
export function buildPackagesIfChanged(): void {
  const built = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint(sources) &&
    published.every(name => existsSync(`packages/${name}/dist/index.js`));
  if (!built) buildPackages({check: false});
}

function buildPackage(folder: string, check: boolean): void {
  console.log(`Building ${folder} …`);
  rmSync(`${folder}/dist`, {recursive: true, force: true});
  const own = `${folder}/tsconfig.json`;
  const parsed = ts.getParsedCommandLineOfConfigFile(existsSync(own) ? own : 'tsconfig.json', {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic(diagnostic) {
      throw new Complaint(print([diagnostic]));
    },
  });
  const program = ts.createProgram({
    rootNames: ts.sys.readDirectory(`${folder}/src`, ['.ts']),
    options: {
      ...parsed?.options,
      // Other packages are seen as their users see them: built.
      customConditions: [],
      rootDir: resolve(folder, 'src'),
      outDir: resolve(folder, 'dist'),
      noEmit: false,
      noCheck: !check,
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const {diagnostics} = program.emit();
  const problems = [...(check ? ts.getPreEmitDiagnostics(program) : []), ...diagnostics];
  if (problems.length > 0) throw new Complaint(`${folder} could not be built.\n${print(problems)}`);
}

function print(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getCanonicalFileName: name => name,
    getNewLine: () => '\n',
  });
}
