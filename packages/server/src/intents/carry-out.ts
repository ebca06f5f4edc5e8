import type {ActName, Input, Output} from '@social-learning/protocol';
import {affectedTopics} from '../feed/affected.ts';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {appendActivities, type Activity} from '../log/append.ts';
import {describeNow} from '../posts/describe-now.ts';
import type {Services} from '../services.ts';
import {failureCode} from '../store/failure.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {begin, hashInput, settle, type Intent} from './intent.ts';

/** What a command did: its answer, the lines for the log, and the post that the answer shows. */
export interface Deed<Name extends ActName> {
  readonly answer: Output<Name>;
  readonly activities: readonly Activity[];
  readonly post: string | null;
  /** To be done once it is committed. */
  readonly after?: () => void;
}

/**
 * Carries an act out exactly once: the state, the log and the answer change in one transaction, and the same intent gets
 * the same answer for ever. A refusal leaves no trace.
 *
 * @returns The answer as JSON.
 */
export async function carryOut<Name extends ActName>(
  services: Services, caller: Caller, name: Name, key: string, input: Input<Name>, command: (trx: Trx) => Promise<Deed<Name>>,
): Promise<string> {
  const {store, now, epoch, turns, committed, onStep} = services;
  const {person: {id: person}} = signedIn(caller);
  const intent: Intent = {organisation: caller.organisation.id, person, key, endpoint: name, body: hashInput(name, input)};

  return turns.take(`${intent.organisation} ${person} ${key}`, async () => {
    const {answer, activities, after} = await inTransaction(store, async trx => {
      const settled = await begin(trx, intent, new Date(now())).catch((error: unknown) => {
        // lock_not_available: another process has been at the same intent for long.
        if (failureCode(error) === '55P03') throw new Refusal('in-flight', 'This is still under way. Ask again in a moment.', {retryAfter: 1});
        throw error;
      });
      if (settled) return {answer: settled.answer ?? (await describeNow(trx, caller.organisation.id, name, settled.post!)), activities: [], after: undefined};
      const deed = await command(trx);
      await appendActivities(trx, epoch, deed.activities);
      const json = JSON.stringify(deed.answer);
      await settle(trx, intent, json, deed.post);
      await onStep('before-commit', key);
      return {answer: json, activities: deed.activities, after: deed.after};
    });
    after?.();
    if (activities.length > 0) committed(activities.flatMap(activity => affectedTopics(services.topics, activity)));
    await onStep('after-commit', key);
    return answer;
  });
}
