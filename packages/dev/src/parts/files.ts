import {globSync} from 'node:fs';

/** Tests that need a page; they run by web-test-runner. */
export const browserTests = [
  'packages/elements/test/**/*.test.ts',
  'packages/react/test/**/*.test.ts',
  'packages/sdk/test/browser/**/*.test.ts',
  'packages/dev/test/browser/**/*.test.ts',
] as const;

/** Tests that look at the repository instead of running it. */
export const staticTests = ['test/architecture.test.ts', 'test/package/**/*.test.ts'] as const;

/** Tests that drive the whole product from outside. */
export const endToEndTests = ['test/e2e/**/*.test.ts'] as const;

/** Everything else that ends in `.test.ts` runs by node:test. */
export function nodeTests(): string[] {
  const elsewhere = new Set(list([...browserTests, ...staticTests, ...endToEndTests]));
  return list(['packages/*/test/**/*.test.ts', 'test/**/*.test.ts']).filter(file => !elsewhere.has(file));
}

/** The files that match, in a fixed order. */
export function list(patterns: readonly string[]): string[] {
  return globSync(patterns, {exclude: path => path.includes('node_modules')}).sort();
}
