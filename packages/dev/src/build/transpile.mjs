import {readFileSync} from 'node:fs';
import ts from 'typescript';

/**
 * Turns TypeScript into JavaScript as the packages are built. The quicker tools make weak maps of the private fields of a class
 * with decorators: more to load, and more to do at each access.
 *
 * @param {{tsconfig: string}} options
 * @returns {import('rollup').Plugin}
 */
export function transpile({tsconfig}) {
  const {config} = ts.parseConfigFileTextToJson(tsconfig, readFileSync(tsconfig, 'utf8'));
  const {options} = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const compilerOptions = {...options, noEmit: false, importHelpers: true, sourceMap: true, inlineSources: true};
  return {
    name: 'transpile',
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const {outputText, sourceMapText} = ts.transpileModule(code, {fileName: id, compilerOptions});
      return {code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''), map: sourceMapText};
    },
  };
}
