/** What the analyzer of custom elements reads, and that it leaves package.json alone. */
export default {
  globs: ['packages/elements/src/**/*.ts'],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  quiet: true,
};
