import {sql} from 'kysely';
import {toBase64url} from '../internal/encoding.ts';
import type {Store} from '../store/store.ts';

/** The stretch of the log in which transaction numbers can be compared. */
export interface Epoch {
  readonly number: number;
  readonly id: string;
}

/**
 * The epoch of this database. A dump that is restored, or a server that is promoted, counts transactions anew or goes on
 * from another point; then a new epoch begins, older rows sort before it, and cursors of before are answered by `reset`.
 */
export async function enterEpoch({db}: Store): Promise<Epoch> {
  const {rows: [cluster]} = await sql<{name: string}>`
    select concat_ws(':', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
      (select oid from pg_database where datname = current_database())) as name`.execute(db);
  return db.transaction().execute(async trx => {
    await sql`lock table log_epoch in share row exclusive mode`.execute(trx);
    const {rows: [last]} = await sql<Epoch & {cluster: string}>`
      select number, id, cluster from log_epoch order by number desc limit 1`.execute(trx);
    if (last?.cluster === cluster!.name) return {number: last.number, id: last.id};
    const id = toBase64url(crypto.getRandomValues(new Uint8Array(6)));
    const {rows: [next]} = await sql<Epoch>`
      insert into log_epoch (id, cluster) values (${id}, ${cluster!.name}) returning number, id`.execute(trx);
    return next!;
  });
}
