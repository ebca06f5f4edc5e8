// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ContentSharedEvent} from '@social-learning/elements';
import {UploaderElement} from '@social-learning/elements/uploader';
import {componentOf} from '../component-of.ts';

/** Uploads files and shares them. */
export const Uploader = /* @__PURE__ */ componentOf('uploader', UploaderElement, {
  onContentShared: 'sl-content-shared' as EventName<ContentSharedEvent>,
});
