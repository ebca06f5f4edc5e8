import {sql} from 'kysely';
import type {Epoch} from '../log/epoch.ts';
import {Followers, holdFollowers} from '../log/followers.ts';
import type {Topics} from '../feed/topics.ts';
import type {Store} from '../store/store.ts';
import {inTransaction} from '../store/transaction.ts';
import {earnPoints, pointsReader} from './earn.ts';

/** Throws the ledger and its sums away and makes them again from the log. */
export async function rebuildPoints(store: Store, epoch: Epoch, topics: Topics): Promise<void> {
  await inTransaction(store, async trx => {
    await holdFollowers(trx);
    // Boards that are kept in memory must hear of everybody who was on one.
    await sql`insert into board_change (organisation, person) select distinct organisation, person from points_total`.execute(trx);
    await sql`truncate points_entry, points_total`.execute(trx);
    await sql`update log_reader set epoch = 0, tx = 0, seq = 0 where name = ${pointsReader}`.execute(trx);
  });
  let failure: unknown;
  const followers = new Followers(store, epoch, [earnPoints(topics)], () => store.announce(), error => (failure = error));
  await followers.settled();
  await followers.close();
  if (failure !== undefined) throw failure;
}
