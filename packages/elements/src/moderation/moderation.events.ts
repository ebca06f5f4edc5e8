import type {Case} from '@social-learning/sdk/moderation';

/** A moderator decided about something. */
export class CaseDecidedEvent extends Event {
  static readonly type = 'sl-case-decided';

  /** The case as it is now. */
  readonly case: Case;

  constructor(about: Case) {
    super(CaseDecidedEvent.type, {bubbles: true, composed: true});
    this.case = about;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [CaseDecidedEvent.type]: CaseDecidedEvent;
  }
}
