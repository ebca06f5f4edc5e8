import type {ContentItem} from '@social-learning/sdk/content';

/** Somebody opens an item of a list. Cancel it to show the item elsewhere, such as on a page of its own. */
export class ContentOpenEvent extends Event {
  static readonly type = 'sl-content-open';

  readonly item: ContentItem;

  constructor(item: ContentItem) {
    super(ContentOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ContentOpenEvent.type]: ContentOpenEvent;
  }
}
