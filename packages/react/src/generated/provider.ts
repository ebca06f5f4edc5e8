// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ProviderChangedEvent} from '@social-learning/elements';
import {Provider} from '@social-learning/elements/provider';
import {componentOf} from '../component-of.ts';

/** Backend, identity and space for the elements inside. */
export const ProviderElement = /* @__PURE__ */ componentOf('provider', Provider, {
  onProviderChanged: 'sl-provider-changed' as EventName<ProviderChangedEvent>,
});
