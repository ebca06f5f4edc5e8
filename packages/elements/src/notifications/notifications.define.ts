import {define} from '../internal/define.ts';
import {NotificationsElement} from './notifications.ts';

define('notifications', NotificationsElement);
