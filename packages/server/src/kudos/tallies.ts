import type {KudosTally} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';
import type {KudosRow} from './rows.ts';

/** What kudos are counted for: a person or a post by id, a subject by the hash of its key. */
export interface Counted {
  readonly kind: KudosTally['kind'];
  readonly key: string;
}

/** What some kudos count for. @param people Their recipients. */
export function countedBy({post, subjectHash}: Pick<KudosRow, 'post' | 'subjectHash'>, people: readonly string[]): Counted[] {
  return [
    ...people.map(key => ({kind: 'person', key}) as const),
    ...(post === null ? [] : [{kind: 'post', key: post} as const]),
    ...(subjectHash === null ? [] : [{kind: 'subject', key: subjectHash} as const]),
  ];
}

/**
 * Counts anew, from the rows, in the transaction that changed them. Whoever changes the same numbers waits, and counts after
 * it; all take the rows in one order, so that nobody waits for each other.
 */
export async function countAnew(trx: Trx, organisation: string, space: string, counted: readonly Counted[]): Promise<void> {
  const wanted = JSON.stringify(counted.toSorted((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1)));
  const keys = sql`json_to_recordset(${wanted}::json) as w(kind text, key text)`;
  await sql`
    insert into kudos_tally (organisation, space, kind, key) select ${organisation}, ${space}, kind, key from ${keys}
    on conflict do nothing`.execute(trx);
  await sql`
    select 1 from kudos_tally where organisation = ${organisation} and space = ${space} and (kind, key) in (select kind, key from ${keys})
    order by kind, key collate "C" for update`.execute(trx);
  await sql`
    update kudos_tally t set version = version + 1, count = case t.kind
      when 'person' then (select count(*) from kudos_recipient r join kudos k on k.organisation = r.organisation and k.id = r.kudos
        where r.organisation = t.organisation and r.space = t.space and r.person = t.key::uuid and k.state = 'given')
      when 'post' then (select count(*) from kudos k
        where k.organisation = t.organisation and k.post = t.key::uuid and k.state = 'given')
      else (select count(*) from kudos k
        where k.organisation = t.organisation and k.space = t.space and k.subject_hash = t.key and k.state = 'given') end
    where t.organisation = ${organisation} and t.space = ${space} and (t.kind, t.key) in (select kind, key from ${keys})`.execute(trx);
}

/** A tally that is wanted, with the key by which clients know it. */
export interface WantedTally extends Counted {
  readonly organisation: string;
  readonly space: string;
  readonly shownKey: string;
}

/** Reads tallies, one for each that is wanted; what nobody was thanked for has none yet. */
export async function readTallies(db: Kysely<Tables>, wanted: readonly WantedTally[]): Promise<KudosTally[]> {
  const {rows} = await sql<{place: number; count: number; version: number}>`
    select w.place, t.count, t.version
    from json_to_recordset(${JSON.stringify(wanted.map((each, place) => ({...each, place})))}::json) as w(place integer, organisation uuid,
      space uuid, kind text, key text)
      join kudos_tally t on t.organisation = w.organisation and t.space = w.space and t.kind = w.kind and t.key = w.key`.execute(db);
  const found = new Map(rows.map(({place, count, version}) => [place, {count, version}]));
  return wanted.map(({kind, shownKey}, place) => ({kind, key: shownKey, ...(found.get(place) ?? {count: 0, version: 0})}));
}

/** The tallies of some kudos that are wanted. @param people Their recipients. */
export function wantedOf(row: KudosRow, people: readonly string[]): WantedTally[] {
  return countedBy(row, people).map(counted => ({
    ...counted, organisation: row.organisation, space: row.space,
    shownKey: counted.kind === 'subject' ? row.subject!.key : counted.key,
  }));
}
