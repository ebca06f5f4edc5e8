import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {editorData} from '../../packages/dev/src/build/editor-data.ts';
import {buildManifest} from '../../packages/dev/src/build/manifest.ts';
import type {ElementDescription} from '../../packages/dev/src/docs/element-page.ts';

interface Described {
  readonly name: string;
  readonly description?: string | {readonly value: string};
}
interface Tag extends Described {
  readonly attributes: readonly Described[];
  readonly js?: {readonly events: readonly (Described & {readonly type?: string})[]};
}

const folder = 'packages/elements';
let elements: ElementDescription[];
let made: Map<string, string>;

before(async () => {
  elements = await buildManifest();
  made = editorData(elements);
});

const read = <Data>(name: string) => JSON.parse(made.get(`${folder}/${name}`)!) as Data;
const names = (items: readonly Described[] | undefined) => (items ?? []).map(({name}) => name).sort();

test('editors are told of every element, attribute and event, each with its words', () => {
  const ofJetBrains = read<{contributions: {html: {elements: Tag[]}}}>('web-types.json').contributions.html.elements;
  const ofVisualStudio = read<{tags: Tag[]}>('vscode.html-custom-data.json').tags;
  for (const tags of [ofJetBrains, ofVisualStudio]) {
    assert.deepEqual(tags.map(({name}) => name), elements.map(({tagName}) => tagName));
    for (const [index, {name, description, attributes}] of tags.entries()) {
      assert.ok(description, `${name} is not described`);
      assert.deepEqual(names(attributes), names(elements[index]!.attributes));
      assert.deepEqual(attributes.filter(attribute => !attribute.description).map(attribute => `${name} ${attribute.name}`), []);
    }
  }
  for (const {name, js} of ofJetBrains) assert.deepEqual(js!.events.filter(event => !event.type).map(event => `${name} ${event.name}`), []);
});

test('editors are told of every custom property and part', () => {
  const {properties, pseudoElements} = read<{properties: Described[]; pseudoElements: Described[]}>('vscode.css-custom-data.json');
  assert.deepEqual(names(properties), [...new Set(elements.flatMap(({cssProperties}) => names(cssProperties)))].sort());
  assert.deepEqual(names(pseudoElements), [...new Set(elements.flatMap(({cssParts}) => names(cssParts).map(part => `::part(${part})`)))].sort());
});

test('the package names what it brings for editors, and brings it along', () => {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<'web-types' | 'customElements', string> & {files: string[]; exports: Record<string, string>};
  assert.equal(manifest['web-types'], './web-types.json');
  assert.equal(manifest.customElements, 'custom-elements.json');
  for (const file of [...made.keys(), `${folder}/custom-elements.json`].map(path => path.replace(`${folder}/`, ''))) {
    assert.ok(manifest.files.includes(file), `${file} is not published`);
    assert.equal(manifest.exports[`./${file}`], `./${file}`);
  }
});
