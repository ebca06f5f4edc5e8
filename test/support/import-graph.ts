import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import ts from 'typescript';

/** One import, re-export, `import()` or `import type` of a source file. */
export interface Import {
  /** File that imports, relative to the repository. */
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** File inside the repository that a relative specifier names. */
  readonly to: string | undefined;
}

/** The source files of every package. */
export function sourceFiles(): string[] {
  return globSync('packages/*/src/**/*.{ts,mjs}', {exclude: path => path.includes('generated')}).sort();
}

/** The package of a file, as its folder is called. */
export function packageOf(file: string): string {
  return file.split('/')[1]!;
}

/** Every import of every source file, those of types too. */
export function readImports(files: readonly string[] = sourceFiles()): Import[] {
  return files.flatMap(from =>
    ts.preProcessFile(readFileSync(from, 'utf8'), true, true).importedFiles.map(({fileName: specifier}) => ({
      from,
      specifier,
      to: specifier.startsWith('.') ? resolveRelative(from, specifier) : undefined,
    })));
}

function resolveRelative(from: string, specifier: string): string | undefined {
  const path = join(dirname(from), specifier);
  return existsSync(path) ? path : undefined;
}

/** Every cycle among relative imports, as the files on the way round. */
export function findCycles(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(imports.filter(({to}) => to !== undefined), ({from}) => from);
  const done = new Set<string>();
  const cycles: string[][] = [];

  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) {
      cycles.push([...way.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    for (const {to} of next.get(file) ?? []) visit(to!, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}
