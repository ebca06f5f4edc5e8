import type {Input, ActName} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {sha256, toBase64url} from '../internal/encoding.ts';
import type {Trx} from '../store/transaction.ts';

/** What somebody meant to do, once: the key that the client made, and what exactly was asked. */
export interface Intent {
  readonly organisation: string;
  readonly person: string;
  readonly key: string;
  readonly endpoint: ActName;
  /** Hash of the input. */
  readonly body: string;
}

/** An intent that was carried out. An `answer` of `null` was taken away with the post that it showed. */
export interface SettledIntent {
  readonly endpoint: string;
  readonly body: string;
  readonly answer: string | null;
  readonly post: string | null;
}

/** The hash of an input: the same whatever the order of its fields. */
export function hashInput<Name extends ActName>(name: Name, input: Input<Name>): string {
  return toBase64url(sha256(`${name}\n${stringify(input)}`));
}

function stringify(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${stringify(field)}`).join(',')}}`;
}

/** Throws where a key comes again with something else. */
export function demandSame(intent: Intent, settled: Pick<SettledIntent, 'endpoint' | 'body'>): void {
  if (settled.endpoint !== intent.endpoint || settled.body !== intent.body) throw reused();
}

export const reused = () =>
  new Refusal('idempotency-key-reused', 'This idempotency key was used for something else. Make a new one for each act.');

/** Takes an intent up. Gives what it was settled with where it was carried out before; waits while it is under way. */
export async function begin(trx: Trx, intent: Intent, at: Date): Promise<SettledIntent | undefined> {
  const {organisation, person, key, endpoint, body} = intent;
  const {rows} = await sql`
    insert into intent (organisation, person, key, endpoint, body, at)
    values (${organisation}, ${person}, ${key}, ${endpoint}, ${body}, ${at})
    on conflict do nothing returning 1`.execute(trx);
  if (rows.length > 0) return undefined;
  const {rows: [settled]} = await sql<SettledIntent>`
    select endpoint, body, answer, post from intent
    where organisation = ${organisation} and person = ${person} and key = ${key}`.execute(trx);
  demandSame(intent, settled!);
  return settled;
}

/** Keeps the answer with the intent. */
export async function settle(trx: Trx, {organisation, person, key}: Intent, answer: string, post: string | null): Promise<void> {
  await sql`
    update intent set answer = ${answer}, post = ${post}
    where organisation = ${organisation} and person = ${person} and key = ${key}`.execute(trx);
}
