import {sql} from 'kysely';
import type {Services} from '../services.ts';
import {storageKey, type FileRow} from './rows.ts';

/** Days for which it is remembered that an upload has expired. */
const remembered = 30;
const atOnce = 200;

/** Leaves nothing of uploads that were not finished in time, and of files that belong to nothing. */
export async function reapFiles({store: {db}, files, now}: Services): Promise<void> {
  if (!files) return;
  const at = new Date(now());
  const {rows} = await sql<Pick<FileRow, 'organisation' | 'id' | 'state'>>`
    select organisation, id, state from file where item is null and post is null and state <> 'expired' and expires_at <= ${at} limit ${atOnce}`.execute(db);
  for (const row of rows) {
    await files.receiver.remove(row.id);
    if (row.state === 'open') {
      await files.storage.remove(storageKey(row));
      await sql`update file set state = 'expired' where organisation = ${row.organisation} and id = ${row.id} and state = 'open'`.execute(db);
      continue;
    }
    // First the row: a file that somebody takes in this moment stays.
    const {rows: gone} = await sql`
      delete from file where organisation = ${row.organisation} and id = ${row.id} and item is null and post is null and expires_at <= ${at} returning 1`.execute(db);
    if (gone.length > 0) await files.storage.remove(storageKey(row));
  }
  await sql`delete from file where state = 'expired' and expires_at <= ${at}::timestamptz - make_interval(days => ${remembered}::integer)`.execute(db);
}
