import type {Id, ThreadStore} from '@social-learning/sdk';

/** Milliseconds in which a removal can be undone. */
const undoable = 8_000;

/** Posts whose removal is about to be kept. */
const underway = new Set<Id>();

/** Removes a post so that it can be undone for a moment; where the page is left, at once: who goes does not come back to undo it, and must not leave it standing. */
export async function removeWithUndo(store: ThreadStore, post: Id): Promise<void> {
  // Pressed twice, it is one removal: one undo must be enough.
  if (underway.has(post) || store.posts.get(post)?.pending?.name === 'posts.remove') return;
  underway.add(post);
  const removal = await store.act('posts.remove', {post}, undoable).finally(() => underway.delete(post));
  const onLeave = () => void (document.visibilityState === 'hidden' && store.retry(removal).catch(() => undefined));
  document.addEventListener('visibilitychange', onLeave);
  setTimeout(() => document.removeEventListener('visibilitychange', onLeave), undoable);
}
