import type {Id} from '@social-learning/sdk';

/** A person is about to post. Cancel it to stop the post; what was typed stays in the composer. */
export class PostSendEvent extends Event {
  static readonly type = 'sl-post-send';

  /** The Markdown source that was typed. */
  readonly source: string;

  /** The post that it replies to. */
  readonly parent: Id | null;

  constructor(source: string, parent: Id | null) {
    super(PostSendEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.source = source;
    this.parent = parent;
  }
}

/** A person's post was kept and is on its way. It will be posted exactly once. */
export class PostSentEvent extends Event {
  static readonly type = 'sl-post-sent';

  /** The id that the post has from now on. */
  readonly post: Id;

  constructor(post: Id) {
    super(PostSentEvent.type, {bubbles: true, composed: true});
    this.post = post;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PostSendEvent.type]: PostSendEvent;
    [PostSentEvent.type]: PostSentEvent;
  }
}
