import type {Id, Person} from '@social-learning/sdk';

/** A person is about to give kudos. Cancel it to stop them; what was typed stays where it is. */
export class KudosGiveEvent extends Event {
  static readonly type = 'sl-kudos-give';

  /** Those who are thanked. */
  readonly to: readonly Person[];

  /** What is said to them. */
  readonly message: string;

  constructor(to: readonly Person[], message: string) {
    super(KudosGiveEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.to = to;
    this.message = message;
  }
}

/** A person's kudos were kept and are on their way. They will be given exactly once. */
export class KudosGivenEvent extends Event {
  static readonly type = 'sl-kudos-given';

  /** The id that they have from now on. */
  readonly kudos: Id;

  constructor(kudos: Id) {
    super(KudosGivenEvent.type, {bubbles: true, composed: true});
    this.kudos = kudos;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [KudosGiveEvent.type]: KudosGiveEvent;
    [KudosGivenEvent.type]: KudosGivenEvent;
  }
}
