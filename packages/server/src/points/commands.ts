import type {Input} from '@social-learning/protocol';
import {leaderboardLine} from '../leaderboard/topic.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {toRule} from './queries.ts';
import {writeRule} from './rules.ts';

/**
 * Milliseconds after which a new rule holds: long enough for it to be committed everywhere by then, so that what happens is weighed by
 * the same rule whenever the ledger is made.
 */
const notice = 10_000;

/** Says what an activity is worth from now on. */
export async function setPointsRule(
  services: Services, caller: Caller, {space: slug, activity, points, capPerDay}: Input<'points.rule'>, trx: Trx,
): Promise<Deed<'points.rule'>> {
  const space = readableSpace(caller, slug);
  const {person} = signedIn(caller);
  demand('points.rule', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const rule = {activity, points, capPerDay};
  const effectiveAt = new Date(services.now() + notice);
  await writeRule(trx, organisation, space.id, rule, effectiveAt);
  return {
    answer: {rule: toRule({...rule, effectiveAt})}, post: null,
    activities: [leaderboardLine(services, {organisation, verb: 'edited', actor: person.id, space: space.id})],
  };
}
