import {loadavg} from 'node:os';
import {measureBytes} from './bytes.ts';
import type {Figure} from './figure.ts';
import {measureLivePosts} from './live-posts.ts';
import {measureMemory} from './memory.ts';
import {measurePeers} from './peers.ts';
import {measureRanks} from './ranks.ts';
import {measureRendering} from './rendering.ts';
import {describeEnvironment, keepResults, type Findings, type Result} from './results.ts';
import {measureServing} from './serving.ts';
import {measureWidgets} from './widgets.ts';

/**
 * Measures what design promises, as ratios within this run, and writes `results.json` and `results.md` beside this file. Named parts are
 * measured anew, and what the others found stays.
 */
const parts: Readonly<Record<string, () => Promise<Findings>>> = {
  bytes: async () => ({figures: await measureBytes()}),
  rendering: async () => ({figures: await measureRendering()}),
  live: async () => ({figures: await measureLivePosts()}),
  memory: async () => ({figures: await measureMemory()}),
  widgets: async () => ({figures: await measureWidgets()}),
  serving: async () => ({figures: await measureServing()}),
  ranks: async () => ({figures: await measureRanks()}),
  peers: measurePeers,
};
const names = Object.keys(parts);
const only = process.argv.slice(2);
const unknown = only.filter(name => !names.includes(name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${names.join(', ')}.`);

const environment = await describeEnvironment();
const found: Record<string, Result> = {};
for (const name of only.length > 0 ? names.filter(each => only.includes(each)) : names) {
  console.log(`${name} …`);
  const before = loadavg()[0]!;
  const findings = await parts[name]!();
  found[name] = {date: new Date().toISOString().slice(0, 10), environment, load: [before, loadavg()[0]!], ...findings};
  for (const line of linesOf(findings)) console.log(`  ${line}`);
  // At once: a later part that fails takes nothing from this one.
  keepResults(names, found);
}

function linesOf({figures = [], comparison, omitted}: Findings): string[] {
  return [
    ...figures.map(figureLine),
    ...(comparison?.rows ?? []).map(({what, unit, values}) => `${what}: ${values.map((value, index) => `${comparison!.columns[index]} ${value}`).join(', ')} ${unit}`),
    ...(omitted ? [omitted] : []),
  ];
}

function figureLine({name, ours, other, unit, ratio, target}: Figure): string {
  return `${name}: ${ours} to ${other} ${unit}, ratio ${ratio ?? '∞'}${target && ` (${target})`}`;
}
