import type {Entry} from './api.ts';
import {code, generated, page, table} from './markdown.ts';

const longest = 160;

/** Every export of every entry of the SDK. */
export function sdkPage(entries: readonly Entry[]): string {
  return page(
    generated,
    '# Reference of the SDK',
    'Every entry and what it exports. [The SDK](sdk.md) tells how these go together.',
    ...entries.flatMap(({specifier, exports}) => [
      `## ${code(specifier)}`,
      table(['name', 'declared as', 'what it is'], exports.map(({name, signature, told}) => [
        code(name), code(signature.length > longest ? `${signature.slice(0, longest - 1)}…` : signature), told,
      ])),
    ]),
  );
}
