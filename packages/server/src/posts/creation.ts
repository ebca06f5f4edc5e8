import type {Content, Input, Space} from '@social-learning/protocol';
import type {Caller} from '../identity/caller.ts';
import type {Intent} from '../intents/intent.ts';

/** A post that somebody means to make, with all that can be known before the database is asked. */
export interface Creation {
  readonly caller: Caller;
  readonly intent: Intent;
  readonly space: Space;
  readonly topic: string;
  readonly hash: string;
  readonly input: Input<'posts.create'>;
  readonly content: Content;
}
