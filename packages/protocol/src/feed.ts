import type {Verb} from './activities.ts';
import type {Kudos, KudosTally} from './kudos.ts';
import type {Case} from './cases.ts';
import type {Guidelines} from './guidelines.ts';
import type {Post} from './posts.ts';
import type {Presence} from './presence.ts';
import type {Thread} from './threads.ts';

/** Where the live feed is read: Server-Sent Events (WHATWG HTML, section 9.2) through `fetch`. */
export const feedPath = '/v1/feed';

/** Seconds between two heartbeats, which are comment lines. A reader that hears nothing for three of them reconnects. */
export const feedHeartbeat = 15;

/**
 * Something changed on a topic. It carries the changed things whole, as everybody who may read the topic sees them, so
 * that applying one twice, late or out of order does no harm: the higher `version` wins.
 */
export interface Change {
  readonly topic: string;
  readonly verb: Verb;
  readonly post?: Post;
  readonly thread?: Thread;
  readonly kudos?: Kudos;
  /** With `kudos`: the numbers that they changed. */
  readonly tallies?: readonly KudosTally[];
  readonly guidelines?: Guidelines;
  /** The points in a space changed, so that its boards must be read anew. */
  readonly leaderboard?: {readonly space: string};
  readonly case?: Case;
  /** On a person's own topic, with `notified`: what of theirs is to be read again. Nothing of it travels here. */
  readonly about?: 'notifications' | 'mentoring';
}

/**
 * What a feed says: `ready` once it is subscribed; `change`; and `reset` when the cursor is too old or of another log, so
 * that what is shown must be read anew. `cursor` is the position to resume from. `presence` says who is at a topic just now; it has
 * no position, and what was missed of it is past.
 */
export type FeedEvent =
  | {readonly type: 'ready'; readonly cursor: string}
  | {readonly type: 'change'; readonly cursor: string; readonly change: Change}
  | {readonly type: 'reset'; readonly cursor: string}
  | {readonly type: 'presence'; readonly topic: string; readonly presence: Presence};
