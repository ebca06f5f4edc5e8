// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ContentOpenEvent} from '@social-learning/elements';
import {ContentElement} from '@social-learning/elements/content';
import {componentOf} from '../component-of.ts';

/** Plays what was shared, or lists it. */
export const Content = /* @__PURE__ */ componentOf('content', ContentElement, {
  onContentOpen: 'sl-content-open' as EventName<ContentOpenEvent>,
});
