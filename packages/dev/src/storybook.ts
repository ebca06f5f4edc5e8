import {tell} from './prepare/complaint.mjs';
import {endTools, runTool} from './process/tool.ts';

await tell(async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endTools);
  const args = ['dev', '--port', '6006', '--no-open', '--disable-telemetry', ...process.argv.slice(2)];
  const {code} = await runTool('node_modules/storybook/dist/bin/dispatcher.js', args, {verbose: true});
  return code;
});
