import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {startBrowser} from '../support/product.ts';
import {measureBytes} from './bytes.ts';
import {keeps, type Figure} from './figure.ts';
import {measureRanks} from './ranks.ts';
import {measureRendering} from './rendering.ts';
import {measureServing} from './serving.ts';

/** Measures what design promises, as ratios within this run, and writes `results.json` and `results.md` beside this file. */
const parts = {bytes: measureBytes, rendering: measureRendering, serving: measureServing, ranks: measureRanks};
const only = process.argv.slice(2);

const noise = [loadavg()[0]!];
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`${name} …`);
  for (const each of await measure()) {
    figures.push(each);
    console.log(line(each));
  }
  noise.push(loadavg()[0]!);
}
const folder = new URL('.', import.meta.url);
if (only.length === 0) {
  writeFileSync(new URL('results.json', folder), `${JSON.stringify(figures, undefined, 2)}\n`);
  writeFileSync(new URL('results.md', folder), await report());
}

async function report(): Promise<string> {
  const browser = await startBrowser();
  const chromium = browser.version();
  await browser.close();
  const postgres = execFileSync('/usr/lib/postgresql/15/bin/postgres', ['--version'], {encoding: 'utf8'}).trim();
  return [
    '# What `npm run bench` measured', '',
    `${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); Node ${process.versions.node}; Chromium ${chromium}; ${postgres}.`,
    `Load of the machine before and after each part: ${noise.map(value => value.toFixed(1)).join(', ')}. Medians of interleaved rounds. The ratio is what counts: both sides`,
    'ran in the same minutes, and what else ran slowed both. Wall times (per second, ms) of a busy machine say little by themselves.', '',
    'The hand-written lists make the same nodes under the same style sheets, and say dates and numbers by `Intl` as ours do (some 30 ms of the',
    'first screen, on both sides); they have no session, no outbox, no feed and no words for states. Ours in pages of 20 shows its first page',
    'and fetches the rest later, so with more posts it has less to do than they. The live feed gathers posts that are made together into one',
    'write, which the bare loop does not; its times begin when a post is sent and include making it, those of the loop begin with the write.', '',
    '| what | ours | other | unit | ratio | target | kept |', '| --- | --: | --: | --- | --: | --- | --- |',
    ...figures.map(each => `| ${each.name} | ${each.ours} | ${each.other} | ${each.unit} | ${each.ratio} | ${each.target} | ${verdict(each)} |`), '',
  ].join('\n');
}

function verdict(each: Figure): string {
  const kept = keeps(each);
  return kept === undefined ? '' : kept ? 'yes' : 'no';
}

function line({name, ours, other, unit, ratio, target}: Figure): string {
  return `  ${name}: ${ours} to ${other} ${unit}, ratio ${ratio}${target && ` (${target})`}`;
}
