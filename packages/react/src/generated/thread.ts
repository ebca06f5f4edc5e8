// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ThreadLoadedEvent, PostSendEvent, PostSentEvent} from '@social-learning/elements';
import {ThreadElement} from '@social-learning/elements/thread';
import {componentOf} from '../component-of.ts';

/** A discussion or a question on a subject, live. */
export const Thread = /* @__PURE__ */ componentOf('thread', ThreadElement, {
  onThreadLoaded: 'sl-thread-loaded' as EventName<ThreadLoadedEvent>,
  onPostSend: 'sl-post-send' as EventName<PostSendEvent>,
  onPostSent: 'sl-post-sent' as EventName<PostSentEvent>,
});
