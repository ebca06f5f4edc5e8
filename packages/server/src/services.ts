import type {Id} from '@social-learning/protocol';
import type {Topics} from './feed/topics.ts';
import type {PageCache} from './http/page-cache.ts';
import type {AccessTokens} from './identity/access-token.ts';
import type {Standings} from './identity/caller.ts';
import type {Turns} from './internal/turns.ts';
import type {Boards} from './leaderboard/boards.ts';
import type {Cursors} from './log/cursor.ts';
import type {Epoch} from './log/epoch.ts';
import type {Directory} from './organisations/directory.ts';
import type {PresenceBoard} from './presence/presence.ts';
import type {Store} from './store/store.ts';

/** A moment in an act at which a process may die; tests let it. */
export type Step = 'received' | 'before-commit' | 'after-commit' | 'before-answer';

/** What commands and queries work with. */
export interface Services {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly publicUrl: string;
  readonly epoch: Epoch;
  readonly cursors: Cursors;
  readonly topics: Topics;
  readonly pages: PageCache;
  readonly directory: Directory;
  readonly standings: Standings;
  readonly accessTokens: AccessTokens;
  readonly boards: Boards;
  readonly presence: PresenceBoard;
  /** Lets acts with the same idempotency key go one after the other. */
  readonly turns: Turns;
  /** To be called after each commit that appended to the log, with the topics that changed. */
  readonly committed: (topics: Iterable<string>) => void;
  readonly onStep: (step: Step, key: Id) => void | Promise<void>;
}
