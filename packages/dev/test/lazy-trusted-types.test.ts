import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test, type TestContext} from 'node:test';
import {patchLit} from '../src/build/lazy-trusted-types.mjs';

const source = 'const t=globalThis,s=t.trustedTypes,e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0;';

/** What the patched source makes of a page whose policies are these. */
function policyIn(createPolicy: (name: string, rules: object) => object): {createHTML(html: string): unknown} {
  // The patch is source text for a page, and this is the page.
  // eslint-disable-next-line no-new-func
  return new Function('globalThis', `${patchLit(source)} return e;`)({trustedTypes: {createPolicy}});
}

/** A page that allows policies of these names alone. */
function pageAllowing(...names: string[]) {
  const asked: string[] = [];
  const createPolicy = (name: string, rules: object) => {
    asked.push(name);
    if (!names.includes(name)) throw new TypeError(`Policy "${name}" disallowed.`);
    return {...rules, name};
  };
  return {asked, createPolicy};
}

test('the Lit that is installed is one that can be patched', () => {
  const file = createRequire(import.meta.url).resolve('lit-html').replace('/node/', '/');
  assert.match(patchLit(readFileSync(file, 'utf8')), /social-learning/);
});

test('a Lit that makes its policy in another way stops the build', () => {
  assert.throws(() => patchLit('const e=policyOf(trustedTypes);'), /0 times where 1 was expected/);
});

test('no policy is made before the first template', () => {
  const page = pageAllowing('lit-html');
  const policy = policyIn(page.createPolicy);
  assert.deepEqual(page.asked, []);
  policy.createHTML('<p>');
  policy.createHTML('<b>');
  assert.deepEqual(page.asked, ['lit-html']);
});

test('a page that forbids the name of Lit is asked for ours', () => {
  const page = pageAllowing('social-learning');
  policyIn(page.createPolicy).createHTML('<p>');
  assert.deepEqual(page.asked, ['lit-html', 'social-learning']);
});

test('a page that forbids both is told once, and nothing throws', (t: TestContext) => {
  const error = t.mock.method(console, 'error', () => undefined);
  const policy = policyIn(pageAllowing().createPolicy);
  assert.equal(policy.createHTML('<p>'), '<p>');
  policy.createHTML('<b>');
  assert.equal(error.mock.callCount(), 1);
  assert.match(String(error.mock.calls[0]!.arguments[0]), /Content Security Policy/);
});
