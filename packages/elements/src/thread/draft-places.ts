import type {Client, Id, ThreadPlace, ThreadStore} from '@social-learning/sdk';

/** Where the draft of a new post on a subject, or of a reply to one, is kept. */
export function draftPlace({space, subject}: ThreadPlace, parent?: Id): string {
  return `${space ?? ''}/${subject}/${parent ?? 'new'}`;
}

/** Where the draft of an edit is kept. */
export function editPlace(post: Id): string {
  return `edit/${post}`;
}

/** Whether there is something typed and not sent for a subject, or for a post of it that was read. */
export function hasDraft({drafts}: Client, {place, posts}: ThreadStore): boolean {
  const typed = (draft: string) => drafts.read(draft) !== '';
  return typed(draftPlace(place)) || typed(`${draftPlace(place)}/title`) || posts.items.some(({post}) => typed(draftPlace(place, post.id)) || typed(`${draftPlace(place, post.id)}/tried`));
}
