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

/**
 * The one table of permissions. The server enforces it; the elements only hide what it forbids. Any one grant is
 * enough.
 */
export const permissions = {
  'thread.read': [{role: 'guest', when: ['readable']}],
  'thread.lock': [{role: 'moderator', when: ['readable']}],
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
  'space.join': [{role: 'learner', when: ['readable']}],
  'mentor.read': [{role: 'learner', when: ['readable']}],
  'mentor.offer': [{role: 'mentor', when: ['readable']}],
  'mentorship.request': [{role: 'learner', when: ['readable']}],
  'mentorship.answer': [{role: 'learner', when: ['asked']}],
  'mentorship.end': [{role: 'learner', when: ['own']}],
  'notification.read': [{role: 'learner', when: []}],
  'person.list': [{role: 'learner', when: ['readable']}],
  'kudos.read': [{role: 'guest', when: ['readable']}],
  'kudos.give': [{role: 'learner', when: ['readable', 'postable']}],
  'kudos.withdraw': [{role: 'learner', when: ['readable', 'own']}],
  'points.read': [{role: 'learner', when: ['readable']}],
  'points.rule': [{role: 'curator', when: ['readable']}],
  'leaderboard.read': [{role: 'learner', when: ['readable']}],
  'leaderboard.choose': [{role: 'learner', when: []}],
  'checklist.read': [{role: 'guest', when: ['readable']}],
  'checklist.create': [{role: 'learner', when: ['readable', 'postable']}],
  'checklist.edit': [
    {role: 'learner', when: ['readable', 'own']},
    {role: 'curator', when: ['readable']},
  ],
  'checklist.tick': [{role: 'learner', when: ['readable']}],
  'guidelines.read': [{role: 'guest', when: ['readable']}],
  'guidelines.accept': [{role: 'learner', when: ['readable']}],
  'guidelines.publish': [{role: 'curator', when: ['readable']}],
  'report.create': [{role: 'learner', when: ['readable', 'others']}],
  'report.read': [{role: 'learner', when: ['readable']}],
  'case.read': [{role: 'moderator', when: ['readable']}],
  'case.decide': [{role: 'moderator', when: ['readable', 'others']}],
  'audit.read': [{role: 'moderator', when: ['readable']}],
} as const satisfies Record<string, readonly Grant[]>;

/** Something that one may be allowed to do. */
export type Action = keyof typeof permissions;

/**
 * Whether somebody may do something.
 *
 * @param held The roles held in the space at hand; `guest` and `admin` need not be spelled out: everybody is at least a
 *   guest, and an admin holds every role.
 * @param facts What is true of the thing.
 */
export function isAllowed(action: Action, held: readonly Role[], facts: ReadonlySet<Condition>): boolean {
  const grants: readonly Grant[] = permissions[action];
  return grants.some(
    ({role, when}) =>
      (role === 'guest' || held.includes(role) || held.includes('admin')) && when.every(condition => facts.has(condition)),
  );
}
