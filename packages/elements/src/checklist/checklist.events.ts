/** A person has ticked the last step of a checklist. */
export class ChecklistFinishedEvent extends Event {
  static readonly type = 'sl-checklist-finished';

  /** Id of the checklist. */
  readonly checklist: string;

  constructor(checklist: string) {
    super(ChecklistFinishedEvent.type, {bubbles: true, composed: true});
    this.checklist = checklist;
  }
}

/** A checklist was published, or changed where it was already. */
export class ChecklistPublishedEvent extends Event {
  static readonly type = 'sl-checklist-published';

  /** Id of the checklist: what its page needs to show it. */
  readonly checklist: string;

  constructor(checklist: string) {
    super(ChecklistPublishedEvent.type, {bubbles: true, composed: true});
    this.checklist = checklist;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ChecklistFinishedEvent.type]: ChecklistFinishedEvent;
    [ChecklistPublishedEvent.type]: ChecklistPublishedEvent;
  }
}
