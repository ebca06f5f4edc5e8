import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import type {Trx} from '../store/transaction.ts';
import {leaderboardLine} from './topic.ts';

/** Takes a person off all boards, or puts them back. Their points stay theirs. */
export async function chooseLeaderboard(
  services: Services, caller: Caller, {ranked}: Input<'leaderboard.choose'>, trx: Trx,
): Promise<Deed<'leaderboard.choose'>> {
  const organisation = caller.organisation.id;
  const {person: {id: person}} = signedIn(caller);
  const {rows: changed} = await sql`
    update person set ranked = ${ranked} where organisation = ${organisation} and id = ${person} and ranked <> ${ranked} returning 1`.execute(trx);
  const {rows: spaces} = changed.length === 0 ? {rows: []} : await sql<{space: string}>`
    select space from points_total where organisation = ${organisation} and person = ${person} and period = 'all' and points > 0`.execute(trx);
  return {
    answer: {ranked}, post: null,
    activities: spaces.map(({space}) => leaderboardLine(services, {organisation, verb: 'edited', actor: person, space})),
  };
}
