// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {KudosGiveEvent, KudosGivenEvent} from '@social-learning/elements';
import {KudosElement} from '@social-learning/elements/kudos';
import {componentOf} from '../component-of.ts';

/** Gives kudos to people, and shows those that were given. */
export const Kudos = /* @__PURE__ */ componentOf('kudos', KudosElement, {
  onKudosGive: 'sl-kudos-give' as EventName<KudosGiveEvent>,
  onKudosGiven: 'sl-kudos-given' as EventName<KudosGivenEvent>,
});
