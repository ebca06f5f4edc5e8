import {isAllowed, type Action, type Condition, type Me, type Post, type Role, type Space, type Thread} from '@social-learning/protocol';

/** The thing that one wants to act on, as far as it is known. */
export interface Circumstances {
  readonly me: Me;
  readonly space: Space;
  readonly thread: Thread | null;
  readonly post?: Post;
  /** The post that asks, where the thread is a question and the post was read. */
  readonly question?: Post;
  /** The client's time in milliseconds, corrected by the server's. */
  readonly now: number;
}

/**
 * Whether somebody may do something, by the same table that the server enforces. What it forbids is not offered; what it
 * allows may still be refused.
 */
export function may(action: Action, {me, space, thread, post, question, now}: Circumstances): boolean {
  const membership = me.memberships.find(candidate => candidate.space === space.id);
  const held: Role[] = [...me.roles, ...(membership?.roles ?? [])];
  const person = me.person?.id;
  const facts = new Set<Condition>(['readable']);
  if (space.posters === 'signed-in' || (space.posters === 'members' && membership)) facts.add('postable');
  if (thread?.state !== 'locked') facts.add('open');
  if (post && person) facts.add(post.author?.id === person ? 'own' : 'others');
  if (person && question?.author?.id === person) facts.add('asker');
  const {editWindow} = me.limits;
  if (post && (editWindow === null || now - Date.parse(post.createdAt) < editWindow * 1_000)) facts.add('editable');
  return isAllowed(action, held, facts);
}
