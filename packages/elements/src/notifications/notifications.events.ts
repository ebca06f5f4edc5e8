import type {Notification} from '@social-learning/sdk/notifications';

/** A notification was chosen. Cancel it to open what it is about in a way of the page's own. */
export class NotificationOpenEvent extends Event {
  static readonly type = 'sl-notification-open';

  readonly notification: Notification;

  constructor(notification: Notification) {
    super(NotificationOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.notification = notification;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [NotificationOpenEvent.type]: NotificationOpenEvent;
  }
}
