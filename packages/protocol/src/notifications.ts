import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {
  chooseNotificationsInput, chooseNotificationsOutput, listNotificationsInput, listNotificationsOutput, notificationKindSchema, notificationSchema,
  readNotificationsInput, readNotificationsOutput,
} from './notifications.schemas.ts';

/**
 * What a person should know. `subject` says where it is; `text` what was said, or what a mentorship is for. What may not be read
 * any more is not among the notifications. With a `decision` of a moderator come the `reason` and the `sentence` of the rule, and never
 * who decided; who reported something is told that it was handled, and its `action` is `null`.
 */
export type Notification = v.InferOutput<typeof notificationSchema>;

/** Why somebody is told: each kind can be switched off. */
export type NotificationKind = v.InferOutput<typeof notificationKindSchema>;

export type ListNotificationsInput = Omit<v.InferInput<typeof listNotificationsInput>, 'limit'> & {readonly limit?: number};

/**
 * One’s own notifications, the latest first; how many are unread; and the kinds that are switched `off`. `topic` is one’s own, which
 * nobody else may follow: a feed of it from `cursor` says when to read again.
 */
export type ListNotificationsOutput = v.InferOutput<typeof listNotificationsOutput>;

/** Everything up to a notification is read; what comes later is not. */
export type ReadNotificationsInput = v.InferInput<typeof readNotificationsInput>;
export type ReadNotificationsOutput = v.InferOutput<typeof readNotificationsOutput>;
export type ChooseNotificationsInput = v.InferInput<typeof chooseNotificationsInput>;
export type ChooseNotificationsOutput = v.InferOutput<typeof chooseNotificationsOutput>;

export const listNotifications = {
  ...route('notifications.list'),
  summary: 'One’s own notifications, the latest first.',
  permission: 'notification.read',
  problems: ['cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const readNotifications = {
  ...route('notifications.read'),
  summary: 'Marks one’s notifications as read, up to one of them.',
  permission: 'notification.read',
  problems: ['not-found'],
  activities: ['notified'],
} as const satisfies Endpoint;

export const chooseNotifications = {
  ...route('notifications.choose'),
  summary: 'Switches a kind of notifications on or off for oneself.',
  permission: 'notification.read',
  problems: [],
  activities: ['notified'],
} as const satisfies Endpoint;
