import {runReportingTool, type Part} from './part.ts';

/** Elements and SDK in real engines, against the real server. */
export const browser: Part = {
  name: 'browsers',
  group: 'browser',
  run: context => runReportingTool(
    'web-test-runner',
    context,
    'node_modules/@web/test-runner/dist/bin.js',
    ['--config', 'web-test-runner.config.mjs'],
    {env: {BROWSERS: context.browsers.join(',')}},
  ),
};
