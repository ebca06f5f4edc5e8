import type {Id, Input, Post, PostOrder, ReadingAction, Space, Thread, ThreadKind} from '@social-learning/protocol';
import type {ReadableAtom} from 'nanostores';
import type {SocialLearningError} from './errors.ts';
import type {OutboxItem} from './outbox-item.ts';
import type {PostList} from './post-list.ts';

/** Names a thread: the subject that it is on, and the space if it is not the organisation's default. */
export interface ThreadPlace {
  readonly subject: string;
  readonly space?: string;
}

/** What is known of a thread, apart from its posts. A thread that was shown stays shown while it is read anew. */
export type ThreadState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      /** What the feed calls it. */
      readonly topic: string;
      /** `null` before the first post. */
      readonly thread: Thread | null;
      /** Whether there are posts before those that were read, and after them. */
      readonly earlier: boolean;
      readonly later: boolean;
      /** Whether a page is on its way. */
      readonly paging: boolean;
      /** Whether more than reading can be done with it, as shortly after it was read; until then `may` says no to everything. */
      readonly attended: boolean;
      /** Whether one follows it, as far as that is known. */
      readonly following?: boolean;
      /** Why the last attempt to read more failed. */
      readonly error?: SocialLearningError;
    };

/** How a thread is read. */
export interface ThreadOptions {
  /** The end to begin from. Default `start`. */
  readonly from?: 'start' | 'end';
  /** A post to begin around, instead of an end. */
  readonly around?: Id;
  /** The order of the posts without parent, instead of an end: then only the first replies of each are read with it. */
  readonly order?: PostOrder;
}

/** What one says in a new post. `kind`, `title` and `subject` matter with the first post, which makes the thread. */
export interface NewPost {
  readonly source: string;
  readonly parent?: Id;
  /** What it shows: how one did something, in steps, or that one tried somebody's steps. */
  readonly form?: Post['form'];
  readonly kind?: ThreadKind;
  readonly title?: string;
  readonly subject?: {readonly title?: string; readonly url?: string};
}

/** A conversation. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface ThreadStore {
  readonly place: ThreadPlace;
  readonly $state: ReadableAtom<ThreadState>;
  readonly posts: PostList;
  /** Whether the reader may do something, to the thread or to one of its posts. Known as soon as `$me` is ready and the thread is `attended`. */
  may(action: ReadingAction, post?: Post): boolean;
  /** Reads the page before or after what was read; the outcome is in `$state`. */
  more(end: 'earlier' | 'later'): Promise<void>;
  /** Reads further replies below the root that a post with `further` stands below. Rejects where they could not be read. */
  moreReplies(post: Id): Promise<void>;
  /** Reads everything shown anew; the outcome is in `$state`. */
  reload(): Promise<void>;
  /** Posts. Settles when the post is kept in the outbox, from where it is sent until it is acknowledged. */
  post(post: NewPost): Promise<Id>;
  /**
   * Does something to a post or to the thread, by way of the outbox.
   *
   * @param hold Milliseconds that it is held back for, so that it can be discarded. Default 0.
   */
  act(name: 'posts.edit' | 'posts.remove' | 'posts.react' | 'posts.accept' | 'posts.pin' | 'threads.lock', input: Input<typeof name>, hold?: number): Promise<Id>;
  /** Follows the thread, or follows it no longer. Settles when it is known to the server. */
  follow(on: boolean): Promise<void>;
  /** Remembers that one has reported a post. */
  reported(id: Id): void;
  /** Tries an act again that could not be done. */
  retry(id: Id): Promise<void>;
  /** Gives an act up. Gives it back, with what was typed. */
  discard(id: Id): Promise<OutboxItem | undefined>;
}
