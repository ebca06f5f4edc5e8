import type {Id, Output, Post} from '@social-learning/protocol';
import type {PreinitializedWritableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import type {FurtherReplies} from './further-replies.ts';
import type {MutablePostList, PostView} from './post-list.ts';
import type {Places} from './post-places.ts';
import type {Rest} from './read-as-far.ts';
import type {ThreadOptions, ThreadPlace, ThreadState} from './thread-store.ts';

export type ReadyThread = Extract<ThreadState, {status: 'ready'}>;

/** Posts of the first page. */
export const pageSize = 20;

/** What the two halves of a thread's store share: that which reads it, and that which keeps it up to date from then on. */
export interface ThreadCore {
  readonly client: ClientCore;
  readonly place: ThreadPlace;
  readonly options: ThreadOptions;
  readonly $state: PreinitializedWritableAtom<ThreadState>;
  readonly posts: MutablePostList;
  /** The posts that were read, by id: as everybody sees them, or as their author and moderators do. */
  readonly known: Map<Id, Post>;
  /** What an answer had beyond what was asked for. It is checked and taken in when the posts before it are on screen. */
  surplus: readonly Post[];
  /** From where there is more to read. */
  cursors: {readonly before: string | null; readonly after: string | null};
  /** From where on the live feed tells what was not read. */
  feedCursor: string;
  /** Whose page it was when the thread was read. */
  owner: string;
  /** Ends when nobody listens any more. */
  signal: AbortSignal;
  /** Where another order than that of reading is asked for. */
  places: Places | undefined;
  /** Where not all replies were read. */
  further: FurtherReplies | undefined;
  /** Lays over a post what is its reader's own; what is on its way may be laid over nothing. */
  layOver: ((id: Id, post: Post | undefined) => Omit<PostView, 'place'> | undefined) | undefined;
  /** The state, where the thread was read. */
  ready(): ReadyThread | undefined;
  /** Changes parts of the state of a thread that was read. */
  patch(changes: Partial<ReadyThread>): void;
  /** Takes in an answer and how far it was read. */
  begin(answer: Output<'threads.read'>, ends: ThreadCore['cursors']): void;
  /** Remembers what was not read of the replies. */
  takeRest(rest: readonly Rest[] | undefined): Promise<void>;
  /** Keeps a post that was read. */
  keep(post: Post): void;
  /** A post that was read, or that is on its way. */
  find(id: Id): Post | undefined;
  /** Where a post stands in the order that was asked for; `undefined` where that is not known yet. */
  placeOf(post: Post): string | undefined;
  /** Brings the list up to date with what is known of these posts. */
  show(ids: Iterable<Id>): void;
}
