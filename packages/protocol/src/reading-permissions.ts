/** Who somebody is in an organisation or a space. Roles add up; everybody signed in is a learner. */
export const roles = ['guest', 'learner', 'mentor', 'moderator', 'curator', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What must be true of the thing for a grant to hold:
 * `readable` and `postable`: the space opens itself to this person; `open`: the thread is not locked; `own`: this
 * person made it, or it is theirs; `others`: it is neither this person nor theirs; `asker`: this person asked the question; `asked`: it was
 * this person who was asked; `editable`: the edit window has not closed.
 */
export const conditions = ['readable', 'postable', 'open', 'own', 'others', 'asker', 'asked', 'editable'] as const;
export type Condition = (typeof conditions)[number];

/** One way to be allowed something: this role, where all of these are true. */
export interface Grant {
  readonly role: Role;
  readonly when: readonly Condition[];
}

/** What one may do in a conversation: the part of {@link permissions} that a page needs which shows one. */
export const readingPermissions = {
  'thread.read': [{role: 'guest', when: ['readable']}],
  'thread.lock': [{role: 'moderator', when: ['readable']}],
  'thread.follow': [{role: 'learner', when: ['readable']}],
  'post.create': [
    {role: 'learner', when: ['readable', 'postable', 'open']},
    {role: 'moderator', when: ['readable', 'postable']},
  ],
  'post.edit': [{role: 'learner', when: ['readable', 'own', 'editable', 'open']}],
  'post.remove': [
    {role: 'learner', when: ['readable', 'own', 'open']},
    {role: 'moderator', when: ['readable']},
  ],
  'post.react': [{role: 'learner', when: ['readable', 'open']}],
  'post.accept': [
    {role: 'learner', when: ['readable', 'asker', 'open']},
    {role: 'mentor', when: ['readable', 'open']},
    {role: 'moderator', when: ['readable']},
  ],
  'post.pin': [
    {role: 'moderator', when: ['readable']},
    {role: 'curator', when: ['readable']},
  ],
  'report.create': [{role: 'learner', when: ['readable', 'others']}],
  'case.decide': [{role: 'moderator', when: ['readable', 'others']}],
} as const satisfies Record<string, readonly Grant[]>;

export type ReadingAction = keyof typeof readingPermissions;

/**
 * Whether any of some grants holds.
 *
 * @param held The roles held in the space at hand; `guest` and `admin` need not be spelled out: everybody is at least a
 *   guest, and an admin holds every role.
 * @param facts What is true of the thing.
 */
export function holds(grants: readonly Grant[], held: readonly Role[], facts: ReadonlySet<Condition>): boolean {
  return grants.some(
    ({role, when}) =>
      (role === 'guest' || held.includes(role) || held.includes('admin')) && when.every(condition => facts.has(condition)),
  );
}
