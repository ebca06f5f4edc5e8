import type {DecisionAction} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {LogEntry} from '../log/reader.ts';
import type {Telling} from '../notifications/telling.ts';
import type {Trx} from '../store/transaction.ts';

/** What whose it is hears of: that something was left as it was is told to nobody but those who reported it. */
const toldToAuthors: ReadonlySet<DecisionAction> = new Set(['hide', 'remove', 'restore', 'approve', 'warn']);

/** Who is told of a decision, and the line of the audit log that says what it was; nothing where it is not there. */
export async function toldOfDecision(
  trx: Trx, {organisation, object, at}: LogEntry,
): Promise<{readonly ruling: string; readonly tellings: Telling[]} | undefined> {
  const {rows: [ruling]} = await sql<{id: string; act: DecisionAction; about: string | null}>`
    select id, act, about from audit
    where organisation = ${organisation} and case_id = ${object} and at = ${at} order by seq desc limit 1`.execute(trx);
  if (!ruling) return undefined;
  const {rows: reporters} = await sql<{reporter: string}>`
    select distinct reporter from report where organisation = ${organisation} and case_id = ${object} and decided_at = ${at}`.execute(trx);
  const tellings: Telling[] = reporters.map(({reporter}) => ({person: reporter, kind: 'report'}));
  if (ruling.about !== null && toldToAuthors.has(ruling.act)) tellings.push({person: ruling.about, kind: 'decision'});
  return {ruling: ruling.id, tellings};
}
