// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {CaseDecidedEvent} from '@social-learning/elements';
import {ModerationElement} from '@social-learning/elements/moderation';
import {componentOf} from '../component-of.ts';

/** The moderators' queue of a space. */
export const Moderation = /* @__PURE__ */ componentOf('moderation', ModerationElement, {
  onCaseDecided: 'sl-case-decided' as EventName<CaseDecidedEvent>,
});
