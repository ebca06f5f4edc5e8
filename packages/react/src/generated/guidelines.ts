// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {GuidelinesAgreedEvent} from '@social-learning/elements';
import {GuidelinesElement} from '@social-learning/elements/guidelines';
import {componentOf} from '../component-of.ts';

/** The guidelines of a space. */
export const Guidelines = /* @__PURE__ */ componentOf('guidelines', GuidelinesElement, {
  onGuidelinesAgreed: 'sl-guidelines-agreed' as EventName<GuidelinesAgreedEvent>,
});
