import type {ActName, Input, Output} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError} from './errors.ts';
import type {OutboxEvent} from './outbox.ts';
import type {OutboxItem} from './outbox-item.ts';

/**
 * Does an act by way of the outbox, and settles with its answer: kept, sent once, and tried until it is acknowledged. One that
 * cannot succeed is taken out again, and rejects with the reason.
 *
 * @param onWaiting Told each time that an attempt failed and another follows.
 */
export async function perform<Name extends ActName>(
  client: ClientCore, name: Name, input: Input<Name>, lane: string, onWaiting?: (item: OutboxItem) => void,
): Promise<Output<Name>> {
  const outbox = await client.outbox();
  if (!outbox) throw new SocialLearningError('unauthenticated', 'Nobody is signed in.');
  // Of those before nobody waits for the outcome any more.
  for (const {id, state} of outbox.items(lane)) if (state === 'parked') await outbox.discard(id);
  const fail = ({error}: OutboxItem) => new SocialLearningError(error?.code ?? 'aborted', error?.message ?? '', error?.details);
  const {promise, resolve, reject} = Promise.withResolvers<Output<Name>>();
  const early: OutboxEvent[] = [];
  let hear = (event: OutboxEvent) => void early.push(event);
  const stop = outbox.listen(event => hear(event));
  try {
    const {id} = await outbox.add(name, input, lane);
    hear = event => {
      const {item} = event;
      if (item.id !== id) return;
      if (event.type === 'acknowledged') resolve(event.output as Output<Name>);
      else if (event.type === 'discarded') reject(fail(item));
      else if (item.state === 'parked') void outbox.discard(id).then(() => reject(fail(item)));
      else if (item.attempts > 0) onWaiting?.(item);
    };
    for (const event of early) hear(event);
    return await promise;
  } finally {
    stop();
  }
}
