import type {Id, ThreadStore} from '@social-learning/sdk';

/** Milliseconds in which a removal can be undone. */
const undoable = 8_000;

/** Removes a post so that it can be undone for a moment; where the page is left, at once: who goes does not come back to undo it, and must not leave it standing. */
export async function removeWithUndo(store: ThreadStore, post: Id): Promise<void> {
  const removal = await store.act('posts.remove', {post}, undoable);
  const onLeave = () => void (document.visibilityState === 'hidden' && store.retry(removal).catch(() => undefined));
  document.addEventListener('visibilitychange', onLeave);
  setTimeout(() => document.removeEventListener('visibilitychange', onLeave), undoable);
}
