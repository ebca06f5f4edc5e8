import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import {before, test} from 'node:test';
import ts from 'typescript';
import {buildManifest} from '../../packages/dev/src/build/manifest.ts';
import {eventsOf, type ElementDescription} from '../../packages/dev/src/docs/element-page.ts';

/** In each framework's own words: a tag with its attributes and listeners, and one with an attribute that it has not. */
const frameworks: Record<string, (elements: readonly ElementDescription[]) => string> = {
  'react.tsx': jsx('react', 'on'),
  'preact.tsx': jsx('preact', 'on'),
  'solid.tsx': jsx('solid', 'on:'),
  'svelte.ts': elements => [
    "import '@social-learning/elements/types/svelte';",
    "import type {SvelteHTMLElements} from 'svelte/elements';",
    ...elements.map(element => `export const ${identifier(element)}: SvelteHTMLElements['${element.tagName}'] = {${objectOf(element, 'on')}};`),
    '// @ts-expect-error It is no attribute.',
    `export const wrong: SvelteHTMLElements['${elements[0]!.tagName}'] = {nonsense: 1};`,
  ].join('\n'),
  'vue.ts': elements => [
    "import '@social-learning/elements/types/vue';",
    "import type {GlobalComponents} from 'vue';",
    "type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => {$props: infer Given} ? Given : never;",
    ...elements.map(element => `export const ${identifier(element)}: Props<'${element.tagName}'> = {${objectOf(element, 'on', camel)}};`),
    '// @ts-expect-error It is no attribute.',
    `export const wrong: Props<'${elements[0]!.tagName}'> = {nonsense: 1};`,
  ].join('\n'),
};

let complaints: Map<string, string[]>;

before(async () => {
  complaints = check(await buildManifest());
});

for (const file of Object.keys(frameworks)) {
  test(`every element, its attributes and its events are known in ${file.replace(/\..*/, '')}`, () => {
    assert.deepEqual(complaints.get(file), []);
  });
}

function jsx(framework: string, before: string): (elements: readonly ElementDescription[]) => string {
  const source = framework === 'solid' ? 'solid-js' : framework;
  return elements => [
    `/** @jsxImportSource ${source} */`,
    `import '@social-learning/elements/types/${framework}';`,
    ...elements.map(element => `export const ${identifier(element)} = <${element.tagName} class${framework === 'react' ? 'Name' : ''}="here" ${[
      ...attributes(element).map(([name, value]) => `${name}={${value}}`),
      ...eventsOf(element).map(({name, type}) => `${before}${name}={event => { ${told(name, type!.text)} }}`),
    ].join(' ')}></${element.tagName}>;`),
    '// @ts-expect-error It is no attribute.',
    `export const wrong = <${elements[0]!.tagName} nonsense="1"></${elements[0]!.tagName}>;`,
  ].join('\n');
}

const identifier = ({tagName}: ElementDescription) => tagName!.replaceAll('-', '_');

const attributes = (element: ElementDescription): [string, string][] =>
  (element.attributes ?? []).map(({name, type}) => [name, /number/.test(type?.text ?? '') ? '2' : /string|^$/.test(type?.text ?? '') ? "'en'" : 'undefined']);

/** Holds only if the listener gets the event of that class. */
const told = (name: string, type: string) => `const type: '${name}' = null! as typeof import('@social-learning/elements').${type}.type; void type; event satisfies InstanceType<typeof import('@social-learning/elements').${type}>;`;

const camel = (name: string) => `-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const objectOf = (element: ElementDescription, before: string, named = (name: string) => name) => [
  ...attributes(element).map(([name, value]) => `'${name}': ${value}`),
  ...eventsOf(element).map(({name, type}) => `'${before}${named(name)}': event => { ${told(name, type!.text)} }`),
].join(', ');

/** What the compiler says about each file. */
function check(elements: readonly ElementDescription[]): Map<string, string[]> {
  const files = new Map(Object.entries(frameworks).map(([name, write]) => [resolve('test/package', `made.${name}`), {name, text: write(elements)}]));
  const {config} = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent({...config, files: [], include: []}, ts.sys, '.');
  options.jsx = ts.JsxEmit.ReactJSX;
  options.types = [];
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists, readFile} = host;
  host.getSourceFile = (file, ...rest) =>
    files.has(file) ? ts.createSourceFile(file, files.get(file)!.text, ts.ScriptTarget.ESNext, true) : getSourceFile.call(host, file, ...rest);
  host.fileExists = file => files.has(file) || fileExists.call(host, file);
  host.readFile = file => files.get(file)?.text ?? readFile.call(host, file);
  const program = ts.createProgram({rootNames: [...files.keys()], options, host});
  return new Map([...files].map(([file, {name}]) => {
    const source = program.getSourceFile(file)!;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [name, found.map(({messageText, start = 0}) => `${source.text.slice(start, start + 80)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)];
  }));
}
