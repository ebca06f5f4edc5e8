import {readingRoutes} from './reading-routes.ts';

/**
 * Where each endpoint is: all of the contract that a client needs at run time. A `GET` reads, and its input travels in the
 * query; a `POST` acts, and its input is the JSON body.
 */
export const routes = {
  ...readingRoutes,
  'spaces.list': 'GET /v1/spaces',
  'spaces.join': 'POST /v1/memberships',
  'threads.list': 'GET /v1/threads',
  'threads.search': 'GET /v1/threads/search',
  'threads.lock': 'POST /v1/locks',
  'posts.search': 'GET /v1/posts/search',
  'posts.pin': 'POST /v1/pins',
  'threads.follow': 'POST /v1/follows',
  'posts.create': 'POST /v1/posts',
  'posts.edit': 'POST /v1/edits',
  'posts.remove': 'POST /v1/removals',
  'posts.react': 'POST /v1/reactions',
  'posts.accept': 'POST /v1/acceptances',
  'presence.say': 'POST /v1/presence',
  'sources.read': 'GET /v1/sources',
  'revisions.list': 'GET /v1/revisions',
  'mentors.list': 'GET /v1/mentors',
  'mentors.read': 'GET /v1/mentor',
  'mentors.offer': 'POST /v1/mentor-profiles',
  'mentorships.list': 'GET /v1/mentorships',
  'mentorships.request': 'POST /v1/mentorships',
  'mentorships.answer': 'POST /v1/mentorship-answers',
  'mentorships.end': 'POST /v1/mentorship-endings',
  'mentorships.notes': 'GET /v1/mentorship-notes',
  'mentorships.note': 'POST /v1/mentorship-notes',
  'notifications.list': 'GET /v1/notifications',
  'notifications.read': 'POST /v1/notification-readings',
  'notifications.choose': 'POST /v1/notification-choices',
  'people.list': 'GET /v1/people',
  'people.read': 'GET /v1/person',
  'people.edit': 'POST /v1/profiles',
  'kudos.list': 'GET /v1/kudos',
  'kudos.give': 'POST /v1/kudos',
  'kudos.withdraw': 'POST /v1/withdrawals',
  'kudos.terms': 'GET /v1/kudos/terms',
  'content.list': 'GET /v1/content',
  'content.own': 'GET /v1/content/own',
  'content.read': 'GET /v1/content/item',
  'files.read': 'GET /v1/file',
  'content.terms': 'GET /v1/content/terms',
  'content.create': 'POST /v1/content',
  'content.edit': 'POST /v1/content-edits',
  'content.publish': 'POST /v1/content-publications',
  'content.archive': 'POST /v1/content-archivings',
  'content.remove': 'POST /v1/content-removals',
  'points.list': 'GET /v1/points',
  'points.rules': 'GET /v1/points/rules',
  'points.rule': 'POST /v1/points/rules',
  'leaderboard.read': 'GET /v1/leaderboard',
  'leaderboard.choose': 'POST /v1/leaderboard-choices',
  'kudos.rings': 'GET /v1/kudos/rings',
  'checklists.read': 'GET /v1/checklist',
  'checklists.list': 'GET /v1/checklists',
  'checklists.mine': 'GET /v1/checklist-run',
  'checklists.progress': 'GET /v1/checklist-progress',
  'checklists.create': 'POST /v1/checklists',
  'checklists.edit': 'POST /v1/checklist-edits',
  'checklists.publish': 'POST /v1/checklist-publications',
  'checklists.archive': 'POST /v1/checklist-archivings',
  'checklists.tick': 'POST /v1/checklist-ticks',
  'guidelines.read': 'GET /v1/guidelines',
  'guidelines.publish': 'POST /v1/guidelines',
  'guidelines.accept': 'POST /v1/agreements',
  'reports.create': 'POST /v1/reports',
  'reports.list': 'GET /v1/reports',
  'cases.list': 'GET /v1/cases',
  'cases.decide': 'POST /v1/decisions',
  'notices.list': 'GET /v1/notices',
  'audit.list': 'GET /v1/audit',
} as const;

export type EndpointName = keyof typeof routes;

/** Those that are a `POST` and yet no act: nothing is kept of them that could happen twice. */
const keyless: readonly EndpointName[] = ['session.create', 'presence.say'];

/** The method and the path of an endpoint. */
export function splitRoute(name: EndpointName): [method: 'GET' | 'POST', path: `/v1/${string}`] {
  return routes[name].split(' ') as ['GET' | 'POST', `/v1/${string}`];
}

/** The endpoints that change something and go through the outbox. */
export type ActName =
  | 'posts.create' | 'posts.edit' | 'posts.remove' | 'posts.react' | 'posts.accept' | 'posts.pin' | 'threads.lock' | 'threads.follow' | 'spaces.join' | 'people.edit'
  | 'mentors.offer' | 'mentorships.request' | 'mentorships.answer' | 'mentorships.end' | 'mentorships.note'
  | 'content.create' | 'content.edit' | 'content.publish' | 'content.archive' | 'content.remove'
  | 'kudos.give' | 'kudos.withdraw' | 'points.rule' | 'leaderboard.choose' | 'notifications.read' | 'notifications.choose'
  | 'checklists.create' | 'checklists.edit' | 'checklists.publish' | 'checklists.archive' | 'checklists.tick'
  | 'guidelines.publish' | 'guidelines.accept' | 'reports.create' | 'cases.decide';

/** Whether an endpoint is an act: a `POST` with an `Idempotency-Key`. */
export function isAct(name: EndpointName): name is ActName {
  return routes[name].startsWith('POST') && !keyless.includes(name);
}
