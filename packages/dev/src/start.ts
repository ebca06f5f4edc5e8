import {existsSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {buildCdnIfChanged} from './build/cdn.ts';
import {Complaint, tell} from './prepare/complaint.mjs';
import {endTools, runTool} from './process/tool.ts';

const server = 'packages/server/bin/social-learning.js';
const sampleBeside = '../shared/data/history-meta-stackexchange';

/** The demo site on its own server and database, until it is told to stop. */
await tell(async () => {
  const {port, data} = readArguments();
  await buildCdnIfChanged();

  const sample = process.env.SOCIAL_LEARNING_SAMPLE ?? (existsSync(sampleBeside) ? sampleBeside : undefined);
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopped) endTools();
      stopped = true;
    });
  }
  const {code} = await runTool(server, [
    'start', '--demo', '--port', port, '--data', data,
    '--site', 'examples/intranet', '--scripts', 'packages/elements/cdn',
    ...(sample ? ['--sample', sample] : []),
  ], {verbose: true});
  return stopped ? 0 : code;
});

function readArguments(): {port: string; data: string} {
  try {
    const {values} = parseArgs({
      options: {
        port: {type: 'string', default: process.env.PORT || '4400'},
        data: {type: 'string', default: '.data'},
      },
    });
    return values;
  } catch (error) {
    throw new Complaint((error as Error).message);
  }
}
