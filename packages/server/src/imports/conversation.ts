import type {Post, ReactionKind, ThreadKind} from '@social-learning/protocol';

/** A conversation from elsewhere, to be brought in as it was. */
export interface Conversation {
  readonly subject: {readonly key: string; readonly title: string | null; readonly url: string | null};
  readonly kind: ThreadKind;
  readonly title: string | null;
  /** In the order of time, parents before replies. */
  readonly posts: readonly ImportedPost[];
}

export interface ImportedPost {
  readonly id: string;
  /** Id of the post that it replies to. */
  readonly parent: string | null;
  /** Id of the person; `null` where nobody is known. */
  readonly author: string | null;
  /** Gives the Markdown; asked only for what is not there yet, since it may be costly to make. */
  readonly source: () => string;
  readonly at: Date;
  readonly editedAt?: Date | null;
  readonly accepted?: boolean;
  readonly pinned?: boolean;
  readonly form?: NonNullable<Post['form']>;
  readonly reactions?: readonly {readonly person: string; readonly kind: ReactionKind}[];
}

/** Somebody who wrote, to be made unless already there. */
export interface ImportedPerson {
  readonly id: string;
  /** The `sub` of their host tokens; `null` for those who cannot come in. */
  readonly external: string | null;
  readonly name: string;
}
