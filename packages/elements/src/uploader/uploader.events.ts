import type {ContentItem} from '@social-learning/sdk/content';

/** Somebody shared something, or kept a draft of it; `item.state` says which. */
export class ContentSharedEvent extends Event {
  static readonly type = 'sl-content-shared';

  /** What was shared, as its author sees it. */
  readonly item: ContentItem;

  constructor(item: ContentItem) {
    super(ContentSharedEvent.type, {bubbles: true, composed: true});
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ContentSharedEvent.type]: ContentSharedEvent;
  }
}
