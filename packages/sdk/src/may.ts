import {permissions, type Action} from '@social-learning/protocol';
import {isGranted, type Circumstances} from './abilities.ts';

/**
 * Whether somebody may do something, by the same table that the server enforces. What it forbids is not offered; what it
 * allows may still be refused.
 */
export function may(action: Action, circumstances: Circumstances): boolean {
  return isGranted(permissions[action], circumstances);
}
