import type {Mentorship} from '@social-learning/sdk/mentoring';

/** A mentorship was asked for, answered or ended by whoever uses the page. */
export class MentorshipChangedEvent extends Event {
  static readonly type = 'sl-mentorship-changed';

  readonly mentorship: Mentorship | null;

  constructor(mentorship: Mentorship | null) {
    super(MentorshipChangedEvent.type, {bubbles: true, composed: true});
    this.mentorship = mentorship;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [MentorshipChangedEvent.type]: MentorshipChangedEvent;
  }
}
