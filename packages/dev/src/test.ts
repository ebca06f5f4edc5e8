import {parseArgs} from 'node:util';
import {buildCdnIfChanged} from './build/cdn.ts';
import {describe, type Outcome} from './outcome.ts';
import {browser} from './parts/browser.ts';
import {lint, types} from './parts/checks.ts';
import {endToEnd, node, postgres15, shape} from './parts/node.ts';
import {groups, type Group, type Part} from './parts/part.ts';
import {stories} from './parts/stories.ts';
import {Complaint, tell} from './prepare/complaint.mjs';
import {endTools} from './process/tool.ts';

const parts: readonly Part[] = [types, lint, node, postgres15, browser, endToEnd, stories, shape];

await tell(async () => {
  const {only, browsers} = readArguments();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      endTools();
      process.exitCode = 130;
    });
  }

  const total = {passed: 0, failed: 0};
  for (const part of parts) {
    if (process.exitCode === 130) break;
    if (!only.includes(part.group)) continue;
    const counts = await runPart(part, browsers);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return process.exitCode === 130 ? 130 : total.failed > 0 || total.passed === 0 ? 1 : 0;
});

async function runPart(part: Part, browsers: readonly string[]) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  const onOutcome = (outcome: Outcome) => {
    // What fails after Ctrl-C fails of it.
    if (process.exitCode === 130) return;
    counts[outcome.result] += 1;
    if (outcome.result === 'failed') console.log(describe(outcome));
  };
  const crash = (message: string) => onOutcome({name: 'the part itself', where: part.name, result: 'failed', message});

  console.log(`${part.name} …`);
  const start = performance.now();
  try {
    if (part.group === 'e2e') await buildCdnIfChanged();
    await part.run({browsers, onOutcome});
    if (counts.passed + counts.failed === 0) crash('ran nothing');
  } catch (error) {
    crash(error instanceof Error ? error.message : String(error));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${part.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`);
  return counts;
}

function readArguments(): {only: readonly Group[]; browsers: readonly string[]} {
  const {values} = parse();
  const only = (values.only?.split(',') ?? groups) as Group[];
  const unknown = only.filter(each => !groups.includes(each));
  if (unknown.length > 0) throw new Complaint(`--only takes ${groups.join(', ')}, not ${unknown.join(', ')}.`);
  return {only, browsers: values.browsers?.split(',') ?? ['chromium', 'firefox', 'webkit']};
}

function parse() {
  try {
    return parseArgs({options: {only: {type: 'string'}, browsers: {type: 'string'}}});
  } catch (error) {
    throw new Complaint((error as Error).message);
  }
}
