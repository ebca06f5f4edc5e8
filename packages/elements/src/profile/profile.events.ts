import type {Profile} from '@social-learning/sdk/profiles';

/** Whoever uses the page has changed their own profile here. */
export class ProfileChangedEvent extends Event {
  static readonly type = 'sl-profile-changed';

  readonly profile: Profile;

  constructor(profile: Profile) {
    super(ProfileChangedEvent.type, {bubbles: true, composed: true});
    this.profile = profile;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ProfileChangedEvent.type]: ProfileChangedEvent;
  }
}
