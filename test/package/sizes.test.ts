import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {buildCdnIfChanged} from '../../packages/dev/src/build/cdn.ts';

interface Chunk {
  readonly gzip: number;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

/**
 * What a person waits for, in bytes after gzip -9. What it is today is the limit, so that growing is decided, and never happens. A step begins with the chunks that
 * hold a module of `begins`. Whatever is loaded counts to reading, unless it is named as `later`.
 */
const limits = [
  {what: 'to read a thread', begins: /^packages\/elements\/src\/cdn\/sl\.ts$/, most: 24_000},
  {what: 'to take part and to follow it live, beyond reading', begins: /\/(thread-controls|thread-upkeep|shared-feed|http-feed)\.ts$/, most: 19_000},
  {what: 'to write, beyond reading', begins: /\/thread\/composer\.ts$|^packages\/sdk\/src\/outbox\.ts$/, most: 11_900},
  {what: 'to format, to mention, to choose an emoji, to see earlier versions and who is there, beyond writing', begins: /\/thread\/(toolbar|mention-picker|emoji-picker|post-history|presence-line|visits)\.ts$/, most: 8_900},
  {what: 'to preview, beyond that', begins: /\/thread\/preview\.ts$/, most: 23_500},
  {what: 'to agree to guidelines and to report, beyond writing', begins: /\/thread\/(guidelines-note|post-concerns)\.ts$/, most: 10_200},
  {what: 'to show guidelines, beyond that', begins: /\/guidelines\/guidelines\.define\.ts$/, most: 3_300},
  {what: 'to moderate, beyond that', begins: /\/moderation\/moderation\.define\.ts$/, most: 7_100},
  {what: 'to show notifications, beyond writing in a thread', begins: /\/notifications\/notifications\.ts$/, most: 5_600},
  {what: 'to show a leaderboard, beyond writing in a thread', begins: /\/leaderboard\/leaderboard\.define\.ts$/, most: 6_200},
  {what: 'to show what is shared, beyond writing in a thread', begins: /\/content\/content\.define\.ts$/, most: 7_700},
  {what: 'to edit it, beyond that', begins: /\/content\/content-editor\.ts$/, most: 4_600},
  {what: 'to share, beyond that', begins: /\/uploader\/uploader\.define\.ts$/, most: 6_700},
  {what: 'to show a checklist, beyond writing in a thread', begins: /\/checklist\/checklist\.define\.ts$/, most: 7_200},
  {what: 'to write a checklist, beyond that', begins: /\/checklist\/checklist-editor\.ts$/, most: 3_700},
  {what: 'to find a mentor, beyond writing in a thread', begins: /\/mentor-finder\/mentor-finder\.ts$/, most: 12_800},
  {what: 'to show a profile, beyond a mentor', begins: /\/profile\/profile\.ts$/, most: 4_800},
  {what: 'to show kudos, beyond a thread', begins: /\/kudos\/kudos\.define\.ts$/, most: 8_600},
  {what: 'to show their wall, beyond these', begins: /\/kudos-wall\/kudos-wall\.define\.ts$/, most: 2_600},
  {what: 'to give kudos, beyond showing them', begins: /\/kudos\/kudos-dialog\.ts$/, most: 5_800},
] as const;

/** What only a later step asks for: what stands around the posts and news once they are on screen, writing, what one has written, trying again, another language, another element, a page's own call to configure. */
const later = /\/(composer|thread-controls|thread-upkeep|translations|order-choice|checklist-editor|content-editor|tus-upload|all-routes|perform|emoji-picker|mention-picker|preview|similar-questions|pinned-posts|thread-search|toolbar|pictures|picture-uploads|salvage|post-history|presence-line|visits|outbox|shared-feed|overlay|indexed-db-outbox|http-transport|http-feed|poll|read-as-far|further-replies|post-places|post-roots|failure-text|delivery|kudos-dialog|guidelines-note|post-concerns|report|guidelines-editor|own-affairs|(provider|guidelines|checklist|moderation|kudos|kudos-wall|content|uploader|leaderboard|mentor-card|mentor-finder|profile|notifications)\.define)\.ts$|\/generated\/locales\/|^packages\/sdk\/src\/index\.ts$/;

let chunks: Record<string, Chunk>;

before(async () => {
  await buildCdnIfChanged();
  chunks = JSON.parse(readFileSync('packages/elements/cdn/manifest.json', 'utf8'));
});

test('every step of the way keeps to its size', t => {
  const loaded = new Set<string>();
  for (const {what, begins, most} of limits) {
    const names = Object.keys(chunks).filter(name => holds(name, begins));
    assert.ok(names.length > 0, `nothing is built ${what}`);
    const already = new Set(loaded);
    for (const name of names) load(name, loaded);
    const added = [...loaded].filter(name => !already.has(name));
    const size = added.reduce((sum, name) => sum + chunks[name]!.gzip, 0);
    t.diagnostic(`${what}: ${size} of ${most} bytes`);
    assert.ok(size <= most, `${what}: ${size} bytes, at most ${most}: ${added.map(name => `${name} ${chunks[name]!.gzip}`).join(', ')}`);
  }
});

test('the README claims what the limits are', () => {
  const [reading, following, writing] = limits.map(({most}) => `${most / 1_000} kB`);
  const [, ...claimed] = /is small: (\S+ kB) .* (\S+ kB) more .* (\S+ kB) more/.exec(readFileSync('README.md', 'utf8')) ?? [];
  assert.deepEqual(claimed, [reading, following, writing]);
});

test('no chunk carries the schema library, and only a later step the Markdown parser', () => {
  const reading = load('sl.js', new Set());
  for (const [name, {modules}] of Object.entries(chunks)) {
    assert.ok(!modules.some(module => module.includes('/valibot/')), `${name} carries valibot`);
    const parses = modules.some(module => /\/(micromark|mdast-util-from-markdown)\//.test(module));
    assert.ok(!(parses && reading.has(name)), `${name} parses Markdown, and reading loads it`);
  }
});

function holds(name: string, pattern: RegExp): boolean {
  return chunks[name]!.modules.some(module => pattern.test(module));
}

/** Adds a chunk and all that it brings with it before a later step is taken. */
function load(name: string, loaded: Set<string>): Set<string> {
  if (loaded.has(name)) return loaded;
  loaded.add(name);
  const {imports, dynamicImports} = chunks[name]!;
  const now = dynamicImports.filter(each => !holds(each, later));
  for (const each of [...imports, ...now]) load(each, loaded);
  return loaded;
}
