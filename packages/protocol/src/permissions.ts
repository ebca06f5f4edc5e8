import {holds, readingPermissions, type Condition, type Grant, type Role} from './reading-permissions.ts';

/**
 * The one table of permissions. The server enforces it; the elements only hide what it forbids. Any one grant is
 * enough.
 */
export const permissions = {
  ...readingPermissions,
  'space.join': [{role: 'learner', when: ['readable']}],
  'mentor.read': [{role: 'learner', when: ['readable']}],
  'mentor.offer': [{role: 'mentor', when: ['readable']}],
  'mentorship.request': [{role: 'learner', when: ['readable']}],
  'mentorship.answer': [{role: 'learner', when: ['asked']}],
  'mentorship.end': [{role: 'learner', when: ['own']}],
  'mentorship.notes': [{role: 'learner', when: ['own']}],
  'notification.read': [{role: 'learner', when: []}],
  'person.list': [{role: 'learner', when: ['readable']}],
  'person.read': [{role: 'learner', when: ['readable']}],
  'person.edit': [{role: 'learner', when: ['readable']}],
  'kudos.read': [{role: 'guest', when: ['readable']}],
  'kudos.give': [{role: 'learner', when: ['readable', 'postable']}],
  'kudos.withdraw': [{role: 'learner', when: ['readable', 'own']}],
  'content.read': [{role: 'guest', when: ['readable']}],
  'content.create': [{role: 'learner', when: ['readable', 'postable']}],
  'content.edit': [{role: 'learner', when: ['readable', 'own']}],
  'content.publish': [{role: 'learner', when: ['readable', 'postable', 'own']}],
  'content.archive': [
    {role: 'learner', when: ['readable', 'own']},
    {role: 'curator', when: ['readable']},
    {role: 'moderator', when: ['readable']},
  ],
  'content.remove': [
    {role: 'learner', when: ['readable', 'own']},
    {role: 'moderator', when: ['readable']},
  ],
  'points.read': [{role: 'learner', when: ['readable']}],
  'points.rule': [{role: 'curator', when: ['readable']}],
  'leaderboard.read': [{role: 'learner', when: ['readable']}],
  'leaderboard.choose': [{role: 'learner', when: []}],
  'kudos.review': [{role: 'moderator', when: ['readable']}],
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
  'report.read': [{role: 'learner', when: ['readable']}],
  'case.read': [{role: 'moderator', when: ['readable']}],
  'audit.read': [{role: 'moderator', when: ['readable']}],
} as const satisfies Record<string, readonly Grant[]>;

/** Something that one may be allowed to do. */
export type Action = keyof typeof permissions;

/** Whether somebody may do something; see {@link holds}. */
export function isAllowed(action: Action, held: readonly Role[], facts: ReadonlySet<Condition>): boolean {
  return holds(permissions[action], held, facts);
}
