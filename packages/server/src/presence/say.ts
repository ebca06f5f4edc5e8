import type {Input, Output} from '@social-learning/protocol';
import {isPersonTopic, isQueueTopic} from '../feed/reserved.ts';
import {notFound} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';

/** Says that one is at a conversation. */
export function sayPresence({topics, presence}: Services, caller: Caller, {topic, state}: Input<'presence.say'>): Output<'presence.say'> {
  const owner = isPersonTopic(topic) || isQueueTopic(topic) ? undefined : topics.ownerOf(caller.organisation.id, topic);
  if (owner === undefined) throw notFound();
  const space = readableSpaceById(caller, owner);
  const {person} = signedIn(caller);
  demand('thread.follow', caller, space, spaceFacts(caller, space));
  return presence.say(topic, person, state);
}
