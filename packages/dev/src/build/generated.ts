import {globSync} from 'node:fs';
import {basename} from 'node:path';
import {readApi} from '../docs/api.ts';
import {apiReport} from '../docs/api-report.ts';
import {contractPage} from '../docs/contract-page.ts';
import {elementPage} from '../docs/element-page.ts';
import {sdkPage} from '../docs/sdk-page.ts';
import {elementMaps} from './element-maps.ts';
import {buildManifest} from './manifest.ts';
import {published} from './packages.ts';
import {reactComponents} from './react.ts';

/** Every file under version control that is written from the code, with what it is to say. */
export async function makeGenerated(): Promise<Map<string, string>> {
  return new Map([...await makeCode(), ...makeDocs(await buildManifest())]);
}

/** Code that is made of what the elements say about themselves. */
export async function makeCode(): Promise<Map<string, string>> {
  const elements = await buildManifest();
  return new Map([...elementMaps(elements), ...reactComponents(elements)]);
}

/** Files where only generated ones are, that are not among these. */
export function staleFiles(made: ReadonlyMap<string, string>): string[] {
  return globSync(['packages/react/src/generated/*.ts', 'docs/sl-*.md', 'docs/api/*.txt']).filter(file => !made.has(file)).sort();
}

function makeDocs(elements: Awaited<ReturnType<typeof buildManifest>>): Map<string, string> {
  const api = readApi(published.map(name => `packages/${name}`));
  return new Map([
    ['docs/contract.md', contractPage()],
    ['docs/sdk-reference.md', sdkPage(api.get('packages/sdk')!)],
    ...elements.map(element => [`docs/${element.tagName}.md`, elementPage(element)] as const),
    ...[...api].map(([folder, entries]) => [`docs/api/${basename(folder)}.txt`, apiReport(entries)] as const),
  ]);
}
