import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, test} from 'node:test';
import {buildManifest} from '../../packages/dev/src/build/manifest.ts';
import {eventsOf, type ElementDescription} from '../../packages/dev/src/docs/element-page.ts';

/** Libraries that a page may have beside ours; the first shares our prefix. */
const libraries = ['@shoelace-style/shoelace', '@awesome.me/webawesome'];

let ours: ElementDescription[];

before(async () => {
  ours = await buildManifest();
});

const namesOf = (elements: readonly ElementDescription[]) => ({
  tags: elements.map(({tagName}) => tagName!),
  events: elements.flatMap(element => eventsOf(element).map(({name}) => name)),
  tokens: elements.flatMap(({cssProperties}) => (cssProperties ?? []).map(({name}) => name)),
});

for (const library of libraries) {
  test(`no tag, event or custom property of ours is one of ${library}`, () => {
    const {modules} = JSON.parse(readFileSync(`node_modules/${library}/dist/custom-elements.json`, 'utf8')) as {modules: {declarations?: ElementDescription[]}[]};
    const theirs = namesOf(modules.flatMap(({declarations}) => declarations ?? []).filter(({tagName}) => tagName !== undefined));
    assert.ok(theirs.tags.length > 40 && theirs.events.length > 20 && theirs.tokens.length > 20, 'their manifest was read');
    for (const kind of ['tags', 'events', 'tokens'] as const) {
      assert.deepEqual(namesOf(ours)[kind].filter(name => theirs[kind].includes(name)), [], kind);
    }
  });
}

test('our custom properties begin with --social-, and our events with sl-', () => {
  assert.deepEqual(namesOf(ours).tokens.filter(name => !name.startsWith('--social-')), []);
  assert.deepEqual(namesOf(ours).events.filter(name => !name.startsWith('sl-')), []);
});
