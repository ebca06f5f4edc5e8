import type {Content, Id, Input, Post, ReactionKind} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import type {OutboxItem} from './outbox-item.ts';
import type {PostView} from './post-list.ts';

/** Sorts behind every reply that the server has placed. */
const last = '~';

/** Whether an item makes a post, and which. */
export function isCreation(item: OutboxItem): item is OutboxItem<'posts.create'> {
  return item.name === 'posts.create';
}

/** The post that an act concerns: the one it makes, or the one it is done to. */
export function targetOf(item: OutboxItem): Id {
  return isCreation(item) ? item.id : (item.input as {post?: Id}).post ?? item.id;
}

/**
 * A post with everything laid over it that its reader did and the server has not acknowledged.
 *
 * @param post What everybody sees; `undefined` for a post that is still on its way.
 * @param mine One's own reactions, as acknowledged.
 * @param items The reader's acts on this post, in order.
 * @param client Who the reader is, and what time it is.
 * @param parentOf Finds the post that a new one replies to.
 */
export function layOver(
  post: Post | undefined, mine: readonly ReactionKind[], items: readonly OutboxItem[], client: ClientCore,
  parentOf: (id: Id) => Post | undefined,
): Omit<PostView, 'place'> | undefined {
  const creation = items.find(isCreation);
  let shown = post ?? (creation && client.me && draftPost(creation, client, parentOf));
  if (!shown) return undefined;
  if (items.length === 0) return {post: shown, mine, pending: undefined};
  const kinds = new Set(mine);
  for (const item of items) {
    if (item.name === 'posts.edit') {
      const {source} = item.input as Input<'posts.edit'>;
      shown = {...shown, content: plainContent(source)};
    } else if (item.name === 'posts.react' && item.state === 'waiting') {
      const {kind, on} = item.input as Input<'posts.react'>;
      if (kinds.has(kind) === on) continue;
      const count = Math.max(0, (shown.reactions[kind] ?? 0) + (on ? 1 : -1));
      shown = {...shown, reactions: {...shown.reactions, [kind]: count}};
      if (on) kinds.add(kind);
      else kinds.delete(kind);
    } else if (item.name === 'posts.accept' && item.state === 'waiting') {
      shown = {...shown, accepted: (item.input as Input<'posts.accept'>).on};
    }
  }
  return {post: shown, mine: [...kinds], pending: items[0]};
}

/** A post as it looks while it is on its way. */
function draftPost(item: OutboxItem<'posts.create'>, {me, environment, serverNow}: ClientCore, parentOf: (id: Id) => Post | undefined): Post {
  const parent = item.input.parent === undefined ? undefined : parentOf(item.input.parent);
  const at = new Date(item.order - environment.now() + serverNow()).toISOString();
  return {
    id: item.id,
    thread: parent?.thread ?? item.id,
    parent: item.input.parent ?? null,
    position: `${parent?.position ?? ''}${last}${String(item.order).padStart(16, '0')}`,
    depth: parent ? parent.depth + 1 : 0,
    author: me?.person ?? null,
    state: 'visible',
    content: plainContent(item.input.source),
    createdAt: at,
    editedAt: null,
    revision: 0,
    version: 0,
    replies: 0,
    accepted: false,
    reactions: {},
    ...(item.input.form && {form: item.input.form}),
  };
}

/** Markdown source as it stands, paragraph by paragraph: the tree itself comes from the server. */
export function plainContent(source: string): Content {
  return {
    type: 'root',
    children: source.trim().split(/\n{2,}/).map(text => ({type: 'paragraph', children: [{type: 'text', value: text}]})),
  };
}
