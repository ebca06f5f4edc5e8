import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fromHtml} from 'hast-util-from-html';
import {SaxesParser} from 'saxes';
import {ask, createWorld} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann <b>');
const bob = await world.signIn('Bob');

const page = (path: string, query: Record<string, string>) => world.request('GET', `${path}?${new URLSearchParams(query)}`);

interface Node {
  readonly tagName?: string;
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly Node[];
}

function elementsOf(html: string): Node[] {
  const found: Node[] = [];
  const open: Node[] = [fromHtml(html) as Node];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node.tagName) found.push(node);
    open.push(...(node.children ?? []));
  }
  return found;
}

test('the outline of a page skips no level, and steps are marked as such', async () => {
  const subject = {key: 'pages/outline'};
  await world.call('posts.create', {subject, form: 'how-to', source: '# One\n\n###### Two\n\n1. a\n2. b'}, ann);
  const {text} = await page('/thread', {subject: subject.key});
  assert.deepEqual(text.match(/<h[1-6]/g), ['<h1', '<h2', '<h3', '<h4']);
  assert.match(text, / · How I did it</);
});

test('a thread is a page without script, in its tree, with what search engines and feed readers look for', async () => {
  const subject = {key: 'pages/day-1', title: 'Day one', url: 'https://red.example/day-1'};
  const {post} = await ask(world, ann, {subject, kind: 'question', title: 'Where is the **door**?', source: 'I looked everywhere.'});
  const {post: answer} = await world.call('posts.create', {subject, source: `Left, says [@Bob](person:${bob.id}).`}, bob);
  await world.call('posts.create', {subject, parent: answer.id, source: '# Thanks\n\n![a map](https://evil.example/map.png)'}, ann);
  await world.call('posts.accept', {post: answer.id, on: true}, ann);
  const {status, headers, text} = await page('/thread', {subject: subject.key});
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(headers.get('content-security-policy')!, /^default-src 'none'; style-src 'self';/);
  const elements = elementsOf(text);
  assert.deepEqual(elements.filter(({tagName}) => ['script', 'style', 'img', 'iframe', 'form'].includes(tagName!)), []);
  const articles = elements.filter(({tagName}) => tagName === 'article');
  assert.equal(articles.length, 3);
  assert.equal(elementsOf(text.slice(text.indexOf(answer.id))).length > 0, true);
  assert.ok(articles.some(({children, properties}) => properties?.['id'] === `sl-post-${answer.id}` && children!.some(({tagName}) => tagName === 'article')), 'the reply stands in what it answers');
  assert.ok(articles.some(({properties}) => properties?.['id'] === `sl-post-${post.id}`));
  for (const part of ['<title>Where is the **door**?', 'property="og:title"', 'rel="canonical" href="https://red.example/day-1"', 'application/atom+xml', 'Accepted answer', '<b dir="auto">@Bob</b>', '>a map</a>', 'Ann &#x3C;b>']) {
    assert.ok(text.includes(part), `${part}\n${text}`);
  }
  assert.equal((await page('/thread.css', {})).headers.get('content-type'), 'text/css; charset=utf-8');
});

test('what is hostile stays text', async () => {
  const subject = {key: 'pages/hostile', title: '"><script>alert(1)</script>'};
  await ask(world, ann, {subject, source: '<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](javascript:alert(1)) <img src=x onerror=alert(1)>'});
  const {text} = await page('/thread', {subject: subject.key});
  const elements = elementsOf(text);
  assert.deepEqual(elements.filter(({tagName}) => ['script', 'img'].includes(tagName!)), []);
  for (const {properties = {}} of elements) {
    assert.ok(!Object.keys(properties).some(name => /^on/i.test(name)));
    assert.ok(!/^javascript/i.test(String(properties['href'] ?? '')));
  }
  const feed = await page('/thread.atom', {subject: subject.key});
  assert.ok(!feed.text.includes('<script'));
});

test('the latest posts are a feed that is well formed', async () => {
  const subject = {key: 'pages/feed', title: 'News & more'};
  for (const source of ['first', 'second & <last>']) await ask(world, bob, {subject, source});
  const {headers, text} = await page('/thread.atom', {subject: subject.key});
  assert.equal(headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({name}) => names.push(name));
  parser.write(text).close();
  assert.equal(names.filter(name => name === 'entry').length, 2);
  assert.ok(text.indexOf('second') < text.indexOf('first'));
});

test('long threads go over several pages, and each leads to the next', async () => {
  const subject = {key: 'pages/long'};
  for (let index = 0; index < 130; index++) await ask(world, bob, {subject, source: `Post ${index}.`});
  let query: Record<string, string> = {subject: subject.key};
  const seen = new Set<string>();
  for (let turn = 0; turn < 6; turn++) {
    const {text} = await page('/thread', query);
    for (const [, number] of text.matchAll(/Post (\d+)\./g)) seen.add(number!);
    const next = /<link rel="next" href="([^"]+)"/.exec(text)?.[1];
    if (!next) break;
    query = Object.fromEntries(new URL(next.replaceAll('&#x26;', '&')).searchParams);
  }
  assert.equal(seen.size, 130);
});

test('A6: a closed space has no pages, whoever asks', async () => {
  const admin = await world.signIn('Admin', {roles: ['admin']});
  for (const space of ['club', 'inside']) {
    await ask(world, admin, {space, subject: {key: 'closed'}});
    for (const path of ['/thread', '/thread.atom']) {
      const {status} = await world.request('GET', `${path}?${new URLSearchParams({subject: 'closed', space})}`, {visitor: admin});
      assert.equal(status, 404);
    }
  }
  assert.equal((await page('/thread', {subject: 'nobody spoke'})).status, 404);
  assert.equal((await page('/thread', {})).status, 422);
});
