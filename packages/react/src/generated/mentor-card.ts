// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {MentorshipChangedEvent} from '@social-learning/elements';
import {MentorCard as MentorCardClass} from '@social-learning/elements/mentor-card';
import {componentOf} from '../component-of.ts';

/** A mentor, to read, to ask and to answer. */
export const MentorCard = /* @__PURE__ */ componentOf('mentor-card', MentorCardClass, {
  onMentorshipChanged: 'sl-mentorship-changed' as EventName<MentorshipChangedEvent>,
});
