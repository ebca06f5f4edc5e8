import type {NotificationKind} from '@social-learning/protocol';

/** Somebody who is to be told. */
export interface Telling {
  readonly person: string;
  readonly kind: NotificationKind;
}
