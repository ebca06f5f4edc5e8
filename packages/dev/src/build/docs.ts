import {contractPage} from '../docs/contract-page.ts';
import {elementPage} from '../docs/element-page.ts';
import {buildManifest} from './manifest.ts';

/** The pages that are written from the code, by their file in `docs/`. */
export async function makeDocs(): Promise<Map<string, string>> {
  const elements = await buildManifest();
  return new Map([
    ['docs/contract.md', contractPage()],
    ...elements.map(element => [`docs/${element.tagName}.md`, elementPage(element)] as const),
  ]);
}
