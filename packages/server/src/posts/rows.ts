import type {Content, Post, ReactionKind} from '@social-learning/protocol';
import {sql} from 'kysely';

/** A post with its author, as it lies in the database. */
export interface PostRow {
  readonly organisation: string;
  readonly id: string;
  readonly thread: string;
  readonly parent: string | null;
  readonly position: string;
  readonly depth: number;
  readonly author: string | null;
  readonly authorName: string | null;
  readonly authorPicture: string | null;
  readonly state: Post['state'];
  readonly content: Content | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly revision: number;
  readonly version: number;
  /** Direct replies that are shown or hold their place. */
  readonly replies: number;
  readonly accepted: boolean;
  readonly reactions: Partial<Record<ReactionKind, number>>;
  /** Whether others than its author and moderators ever saw it. */
  readonly published: boolean;
  /** The title that it asks under, kept while it waits. */
  readonly title: string | null;
  readonly form: NonNullable<Post['form']> | null;
  /** How many have tried it, where it shows how something is done. */
  readonly tried: number | null;
  readonly pinned: boolean;
}

/** The columns of a {@link PostRow}, of {@link postTables}. */
export const postColumns = sql`
  p.organisation, p.id, p.thread, p.parent, p.position, p.depth, p.author, a.name as "authorName", a.picture as "authorPicture",
  p.state, p.content, p.created_at as "createdAt", p.edited_at as "editedAt", p.revision, p.version, p.replies, p.accepted, p.reactions,
  p.published, p.title, p.pinned, p.form,
  case when p.form = 'how-to' then (
    select count(*)::integer from post w where w.organisation = p.organisation and w.parent = p.id and w.form = 'tried' and w.state = 'visible'
  ) end as tried`;

export const postTables = sql`post p left join person a on a.organisation = p.organisation and a.id = p.author`;

/**
 * A post as everybody who may read it sees it: of one that is not shown only its place.
 *
 * @param view `inside` for its author and for moderators, who see what waits and what was hidden.
 */
export function toPost(row: PostRow, view: 'public' | 'inside' = 'public'): Post {
  const {id, thread, parent, position, depth, author, authorName, authorPicture, revision, version, replies} = row;
  const shown = row.state === 'visible' || (view === 'inside' && row.state !== 'removed');
  return {
    id, thread, parent, position, depth,
    author: shown && author !== null && authorName !== null ? {id: author, name: authorName, picture: authorPicture} : null,
    // One that waits again after an edit is for others like one that was hidden.
    state: row.state === 'pending' && view === 'public' ? 'hidden' : row.state,
    content: shown ? row.content : null,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    revision, version, replies,
    accepted: shown && row.accepted,
    reactions: shown ? row.reactions : {},
    ...(shown && row.form !== null && {form: row.form}),
    ...(shown && row.tried !== null && {tried: row.tried}),
    ...(row.pinned && row.state === 'visible' && {pinned: true as const}),
  };
}
