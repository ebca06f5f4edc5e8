// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {NotificationOpenEvent} from '@social-learning/elements';
import {NotificationsElement} from '@social-learning/elements/notifications';
import {componentOf} from '../component-of.ts';

/** What is new for the reader, behind a bell. */
export const Notifications = /* @__PURE__ */ componentOf('notifications', NotificationsElement, {
  onNotificationOpen: 'sl-notification-open' as EventName<NotificationOpenEvent>,
});
