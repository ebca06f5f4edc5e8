import type {Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Deed} from '../intents/carry-out.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import type {Trx} from '../store/transaction.ts';
import {readKudosRow, toKudos, type KudosRow} from './rows.ts';
import {countAnew, countedBy, readTallies, wantedOf} from './tallies.ts';
import {kudosTopic} from './topic.ts';

/** What every act on kudos ends in. */
type KudosDeed = Omit<Deed<'kudos.give'>, 'answer'> & {readonly answer: Output<'kudos.give'>};

/** Counts what changed, and says what was done. @param people Their recipients. @param actor Default: the giver. */
export async function settleKudos(
  services: Services, trx: Trx, organisation: string, id: string, people: readonly string[],
  verb: Extract<Activity['verb'], 'thanked' | 'withdrew' | 'hid' | 'restored' | 'removed'>, actor?: string,
): Promise<KudosDeed> {
  const row: KudosRow = (await readKudosRow(trx, organisation, id))!;
  await countAnew(trx, organisation, row.space, countedBy(row, people));
  return {
    answer: {kudos: toKudos(row), tallies: await readTallies(trx, wantedOf(row, people))},
    activities: [{
      organisation, verb, actor: actor ?? row.giver, space: row.space, topic: kudosTopic(services, organisation, row.space),
      object: {type: 'kudos', id}, people, at: new Date(services.now()).toISOString(),
    }],
    post: null,
  };
}

/** Puts what is left of kudos in the place of the kept answer of their giving, which shows what was said. */
export async function forgetSaid(trx: Trx, {organisation, id, giver}: KudosRow, answer: Output<'kudos.give'>): Promise<void> {
  await sql`
    update intent set answer = ${JSON.stringify(answer)}
    where organisation = ${organisation} and person = ${giver} and key = ${id} and endpoint = 'kudos.give'`.execute(trx);
}
