import type {Post} from '@social-learning/sdk';

/** The widgets that are measured, ours among them. */
export const peerNames = ['ours', 'artalk', 'waline'] as const;

export type PeerName = (typeof peerNames)[number];

/** One request, as a stub sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** As it stands in the address. */
  readonly query: string;
}

/** What the bench knows of a widget on the page where it is measured. */
export interface Peer {
  /** Files that the page loads for it; the script puts it into `<main>`. */
  readonly script: string;
  readonly styles?: string;
  /** Puts into the page what its author writes there beside the script. */
  place(main: HTMLElement): void;
  /** What its server would answer, as JSON; `undefined` for what nobody thought of. */
  answer(asked: Asked, posts: readonly Post[], pageSize: number | undefined): unknown;
  /** Each post that is on the page now. */
  shown(): readonly Element[];
  /** Whether one can act on the posts that are shown, where that comes after them. */
  equipped?(): boolean;
  /** Selects the words that people wrote: links in them are no controls of the widget. */
  readonly words: string;
  /** Shows a post that came while the page was open; without it, there is no live API. */
  readonly live?: {
    /** Where it appears; the bench looks there, so that each is drawn. */
    readonly at: 'start' | 'end';
    /** Opens the stream at an address, if it is that of the feed. */
    open?(path: string): Response | undefined;
    ready(): boolean;
    insert(post: Post): void;
  };
}
