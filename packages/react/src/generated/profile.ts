// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ProfileChangedEvent} from '@social-learning/elements';
import {ProfileElement} from '@social-learning/elements/profile';
import {componentOf} from '../component-of.ts';

/** A person, to read and, if it is oneself, to edit. */
export const Profile = /* @__PURE__ */ componentOf('profile', ProfileElement, {
  onProfileChanged: 'sl-profile-changed' as EventName<ProfileChangedEvent>,
});
