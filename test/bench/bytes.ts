import {readFileSync} from 'node:fs';
import {buildCdnIfChanged} from '../../packages/dev/src/build/cdn.ts';
import {figure, type Figure} from './figure.ts';

interface Chunk {
  readonly gzip: number;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

/** Bytes after gzip that the smallest other widget for comments loads to be read: Isso's embed.min.js and style sheet. */
const smallestPeer = 20_900;
const writing = /\/thread\/(composer|thread-acts)\.ts$|\/sdk\/src\/(outbox|overlay|indexed-db-outbox|http-transport)\.ts$/;
const afterReading = /\/(composer|thread-acts|draft-places|outbox|overlay|indexed-db-outbox|http-transport|http-feed|failure-text|delivery|provider\.define)\.ts$|\/generated\/locales\/|^packages\/sdk\/src\/index\.ts$/;

/** What a person waits for, from the files for a script tag. */
export async function measureBytes(): Promise<Figure[]> {
  await buildCdnIfChanged();
  const chunks = JSON.parse(readFileSync('packages/elements/cdn/manifest.json', 'utf8')) as Record<string, Chunk>;
  const holds = (name: string, pattern: RegExp) => chunks[name]!.modules.some(module => pattern.test(module));
  const load = (name: string, loaded: Set<string>, stop?: RegExp): Set<string> => {
    if (loaded.has(name) || !chunks[name]) return loaded;
    loaded.add(name);
    const {imports, dynamicImports} = chunks[name];
    const next = stop ? dynamicImports.filter(each => chunks[each] && !holds(each, stop)) : [];
    for (const each of [...imports, ...next]) load(each, loaded, stop);
    return loaded;
  };
  const size = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + chunks[name]!.gzip, 0);

  const reading = load('sl.js', new Set(), afterReading);
  const all = new Set(reading);
  for (const name of Object.keys(chunks)) if (holds(name, writing)) load(name, all);
  return [
    figure('script to read a thread, beside 24,000 promised', 'bytes gzip', size(reading), 24_000, '≤ 1'),
    figure('script to read a thread, beside the smallest peer (Isso, no live updates)', 'bytes gzip', size(reading), smallestPeer),
    figure('script to write, beyond reading, beside 12,000 promised', 'bytes gzip', size(all) - size(reading), 12_000, '≤ 1'),
  ];
}
