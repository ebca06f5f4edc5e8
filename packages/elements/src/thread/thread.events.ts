import type {Thread} from '@social-learning/sdk';

/** A conversation was read and is shown. `thread` is `null` before its first post. */
export class ThreadLoadedEvent extends Event {
  static readonly type = 'sl-thread-loaded';

  readonly thread: Thread | null;

  constructor(thread: Thread | null) {
    super(ThreadLoadedEvent.type, {bubbles: true, composed: true});
    this.thread = thread;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ThreadLoadedEvent.type]: ThreadLoadedEvent;
  }
}
