import {existsSync, rmSync} from 'node:fs';
import {resolve} from 'node:path';
import ts from 'typescript';
import {Complaint} from '../prepare/complaint.mjs';

/** Packages that are published, in the order in which they need each other. */
export const published = ['protocol', 'sdk', 'elements', 'react', 'server', 'backend-kit'] as const;

/** Compiles every published package to `dist/`: JavaScript, source maps and declarations. */
export function buildPackages(): void {
  for (const name of published) buildPackage(`packages/${name}`);
}

function buildPackage(folder: string): void {
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
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const {diagnostics} = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) throw new Complaint(`${folder} could not be built.\n${print(problems)}`);
}

function print(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getCanonicalFileName: name => name,
    getNewLine: () => '\n',
  });
}
