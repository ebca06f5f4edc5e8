import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = '../shared/data/security';

/** Text that was written to break whoever shows it. */
export interface HostileSource {
  readonly name: string;
  readonly source: string;
}

/** Why there are none here; `undefined` where there are. */
export const withoutHostileSources = existsSync(folder) ? undefined : `${folder} is not here`;

/** Every vector of the collection: payloads for cross-site scripting, and the examples of the Markdown specifications. */
export function readHostileSources(): HostileSource[] {
  return ['xss', 'commonmark'].flatMap(kind =>
    readdirSync(join(folder, kind)).filter(file => file.endsWith('.json')).sort().flatMap(file =>
      casesOf(JSON.parse(readFileSync(join(folder, kind, file), 'utf8'))).map((each, index) => ({name: `${file} ${index}`, source: sourceOf(each)}))));
}

/** Payloads that run where a page hands them to `innerHTML`. */
export function readScripts(): string[] {
  const cases = JSON.parse(readFileSync(join(folder, 'xss/html5sec.json'), 'utf8')) as {data: string}[];
  return cases.map(({data}) => data);
}

interface Case {
  readonly data?: string;
  readonly markdown?: string;
  readonly parts?: readonly (readonly [text: string, count: number])[];
}

function casesOf(file: unknown): readonly Case[] {
  return Array.isArray(file) ? file : (file as {cases: readonly Case[]}).cases;
}

/** The text of a case; a pathological one only as far as a post may be long. */
function sourceOf({data, markdown, parts}: Case): string {
  if (!parts) return data ?? markdown ?? '';
  const share = Math.min(1, 20_000 / parts.reduce((sum, [text, count]) => sum + text.length * count, 0));
  return parts.map(([text, count]) => text.repeat(Math.max(1, Math.floor(count * share)))).join('').slice(0, 20_000);
}
