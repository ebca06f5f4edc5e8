import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {contentTypes, linkSchemes, type Content, type ContentNode} from '@social-learning/protocol';
import {parseContent} from '@social-learning/protocol/markdown';
import {createWorld} from './support/world.ts';

const folder = new URL('../../../../shared/data/security/', import.meta.url);

function check(tree: Content, source: string): void {
  const open: ContentNode[] = [tree];
  while (open.length > 0) {
    const node = open.pop()!;
    assert.ok((contentTypes as readonly string[]).includes(node.type), `${node.type}: ${source.slice(0, 200)}`);
    assert.ok(!('position' in node) && !('data' in node));
    if ('url' in node) assert.ok(linkSchemes.some(scheme => node.url.toLowerCase().startsWith(scheme)), `${node.url}: ${source.slice(0, 200)}`);
    if ('children' in node) open.push(...node.children);
  }
}

/** Every text of a file of cases, wherever it stands. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

for (const file of [
  'commonmark/commonmark-0.31.2.json', 'commonmark/gfm-spec.json', 'commonmark/gfm-extensions.json', 'commonmark/gfm-regression.json', 'xss/html5sec.json',
  'xss/markdown-it-commonmark_extras.json', 'xss/markdown-it-fatal.json', 'xss/markdown-it-linkify.json', 'xss/markdown-it-normalize.json',
  'xss/markdown-it-proto.json', 'xss/markdown-it-strikethrough.json', 'xss/markdown-it-tables.json', 'xss/markdown-it-xss.json',
]) {
  const path = new URL(file, folder);
  test(`nothing but allowed nodes and addresses comes out of ${file}`, {skip: !existsSync(path) && `${file} is not here`}, () => {
    const sources = texts(JSON.parse(readFileSync(path, 'utf8')));
    assert.ok(sources.length > 5);
    for (const source of sources) check(parseContent(source.slice(0, 20_000)), source);
  });
}

const pathological = new URL('commonmark/pathological.json', folder);
test('inputs made to be slow take at most twenty times the CPU of an ordinary one', {skip: !existsSync(pathological) && 'pathological.json is not here'}, () => {
  const {cases} = JSON.parse(readFileSync(pathological, 'utf8')) as {cases: {id: string; parts?: [string, number][]}[]};
  for (const {id, parts} of cases) {
    if (!parts) continue;
    const whole = parts.reduce((sum, [text, times]) => sum + text.length * times, 0);
    const share = Math.min(1, 20_000 / whole);
    const cut = parts.map(([text, times]) => text.repeat(times)).join('').slice(0, 20_000);
    const scaled = parts.map(([text, times]) => text.repeat(Math.max(1, Math.floor(times * share)))).join('').slice(0, 20_000);
    for (const source of [cut, scaled]) demandQuick(id, source);
  }
});

test('inputs of our own that are made to be slow take at most twenty times the CPU of an ordinary one', () => {
  const cut = (text: string, times = 20_000) => text.repeat(times).slice(0, 20_000);
  const slow = [
    cut(`${'*a '.repeat(490)}\n\n`), cut(`${'a]'.repeat(490)}\n\n`), cut(`${'>'.repeat(90)}a\n`), cut('- '), cut('> - '), cut('['), cut('![a]('), cut('`\\'),
    cut('a <!-- '), cut('|-'), cut('a|b\n-|-\n'), cut('[^a]'), cut('http://a.b '), cut('~a~~'), `${'*'.repeat(9_999)}a${'*'.repeat(9_999)}`,
    Array.from({length: 190}, (_, index) => `${' '.repeat(index)}- a`).join('\n').slice(0, 20_000), '>'.repeat(19_999), '1. '.repeat(6_600),
    Array.from({length: 199}, (_, index) => `e${'`'.repeat(index)}`).join('').slice(0, 20_000),
  ];
  for (const source of slow) demandQuick(source.slice(0, 30), source);
});

/** What one writes, as long as a post may be. */
const ordinary = 'Hold the **yellow** button for _ten_ seconds, see [the page](https://a.example/scanner), then `reset` it.\n\n- one\n- two\n\n'.repeat(200).slice(0, 20_000);

/** Milliseconds of CPU that it takes to parse a text. */
function cpuOf(source: string): number {
  const before = process.cpuUsage();
  parseContent(source);
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function demandQuick(name: string, source: string): void {
  const taken = cpuOf(source);
  // What takes less is quick on any machine.
  if (taken > 200) {
    const usual = cpuOf(ordinary);
    assert.ok(taken < 20 * usual, `${name}: ${taken} ms, and ${usual} ms for an ordinary text`);
  }
  const tree = parseContent(source);
  check(tree, source);
  JSON.stringify(tree);
}

test('references are resolved, and what may not be a link stays as text', () => {
  const {children} = parseContent('[a][x] ![p][x] [js](javascript:alert(1)) [rel](/path) [m](mailto:a@b.c) ![d](data:image/png;base64,x)\n\n[x]: https://a.example "t"');
  assert.deepEqual(children, [{type: 'paragraph', children: [
    {type: 'link', url: 'https://a.example', title: 't', children: [{type: 'text', value: 'a'}]}, {type: 'text', value: ' '},
    {type: 'image', url: 'https://a.example', title: 't', alt: 'p'}, {type: 'text', value: ' '}, {type: 'text', value: 'js'}, {type: 'text', value: ' '},
    {type: 'text', value: 'rel'}, {type: 'text', value: ' '}, {type: 'link', url: 'mailto:a@b.c', children: [{type: 'text', value: 'm'}]},
    {type: 'text', value: ' '}, {type: 'text', value: 'd'},
  ]}]);
});

test('what is nested beyond all measure keeps its text', () => {
  for (const source of [`${'>'.repeat(19_000)}deep`, `${'> '.repeat(80)}deep`, `${'*'.repeat(400)}deep${'*'.repeat(400)}`]) {
    const tree = parseContent(source);
    assert.ok(JSON.stringify(tree).includes('deep'));
    check(tree, source);
  }
});

test('hostile sources go through the API and come back byte for byte', {skip: !existsSync(new URL('xss/html5sec.json', folder)) && 'html5sec.json is not here'}, async () => {
  const world = await createWorld();
  const ann = await world.signIn('Ann');
  const sources = texts(JSON.parse(readFileSync(new URL('xss/html5sec.json', folder), 'utf8')))
    .filter(source => source.trim() !== '' && source.length <= 20_000 && source.isWellFormed() && !source.includes('\0')).slice(0, 400);
  const made = await Promise.all(sources.map(source => world.call('posts.create', {subject: {key: 'xss'}, source}, ann)));
  for (const [index, {post}] of made.entries()) {
    assert.equal((await world.call('sources.read', {post: post.id}, ann)).source, sources[index]);
    check(post.content!, sources[index]!);
  }
});
