/** A person agreed to the guidelines of a space. */
export class GuidelinesAgreedEvent extends Event {
  static readonly type = 'sl-guidelines-agreed';

  /** The version that was agreed to. */
  readonly version: number;

  constructor(version: number) {
    super(GuidelinesAgreedEvent.type, {bubbles: true, composed: true});
    this.version = version;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [GuidelinesAgreedEvent.type]: GuidelinesAgreedEvent;
  }
}
