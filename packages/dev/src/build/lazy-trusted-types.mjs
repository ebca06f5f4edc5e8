/**
 * Lit makes its Trusted Types policy while it loads, and throws where the page forbids that, which would take the whole
 * bundle with it. Here the policy is made with the first template, under a second name where the first is not allowed or
 * taken (two copies of Lit on one page), and where neither is, the page is told once and the browser decides.
 *
 * May go when Lit makes its policy with the first template by itself.
 */
export function lazyTrustedTypes() {
  let patched = false;
  return {
    name: 'lazy-trusted-types',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      patched = true;
      return {code: patchLit(code), map: null};
    },
    buildEnd(error) {
      const usesLit = [...this.getModuleIds()].some(id => /[\\/]lit-html[\\/]/.test(id));
      if (!error && usesLit && !patched) this.error('lit-html.js was bundled from a file that is not patched.');
    },
  };
}

/** Puts the lazy policy into the source of lit-html; throws when that no longer looks as it did. */
export function patchLit(code) {
  const policy = /([\w$]+)\?\1\.createPolicy\("lit-html",\{createHTML:([\w$]+)=>\2\}\):void 0/g;
  const found = code.match(policy) ?? [];
  if (found.length !== 1) throw new Error(`lit-html makes its Trusted Types policy ${found.length} times where 1 was expected.`);
  return code.replace(policy, (_, trustedTypes) => `${trustedTypes}?(${lazyPolicy})(${trustedTypes}):void 0`);
}

/** Runs in the page. */
const lazyPolicy = String(function (trustedTypes) {
  let policy;
  const make = () => {
    for (const name of ['lit-html', 'social-learning']) {
      try {
        return trustedTypes.createPolicy(name, {createHTML: html => html});
      } catch {
        // Not allowed, or taken: the next name may do.
      }
    }
    console.error(
      'Social Learning: this page’s Content Security Policy allows no Trusted Types policy named "lit-html" or ' +
      '"social-learning", without which its widgets cannot be drawn where Trusted Types are required.',
    );
    return {createHTML: html => html};
  };
  return {createHTML: html => (policy ??= make()).createHTML(html)};
});
