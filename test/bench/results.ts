import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {startBrowser} from '../support/product.ts';
import type {Figure} from './figure.ts';
import type {Comparison} from './peers/comparison.ts';
import {report} from './report.ts';

/** What a part of the bench found. */
export interface Findings {
  readonly figures?: readonly Figure[];
  readonly comparison?: Comparison;
  /** Why it found nothing, as a sentence. */
  readonly omitted?: string;
}

/** What a part found when it was run last. */
export interface Result extends Findings {
  readonly date: string;
  readonly environment: string;
  /** Load of the machine before it and after it. */
  readonly load: readonly [before: number, after: number];
}

const file = (name: string) => new URL(name, import.meta.url);

/** Keeps what these parts found beside what the others found before, in `results.json`, and says all of it in `results.md`. */
export function keepResults(names: readonly string[], found: Readonly<Record<string, Result>>): void {
  const before = existsSync(file('results.json')) ? (JSON.parse(readFileSync(file('results.json'), 'utf8')) as Record<string, Result>) : {};
  const results = Object.fromEntries(names.flatMap(name => {
    const result = found[name] ?? before[name];
    return result ? [[name, result]] : [];
  }));
  writeFileSync(file('results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(file('results.md'), report(results));
}

/** What the figures depend on. */
export async function describeEnvironment(): Promise<string> {
  const browser = await startBrowser();
  const chromium = browser.version();
  await browser.close();
  const postgres = execFileSync('/usr/lib/postgresql/15/bin/postgres', ['--version'], {encoding: 'utf8'}).trim();
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}); Node ${process.versions.node}; Chromium ${chromium}; ${postgres}`;
}
