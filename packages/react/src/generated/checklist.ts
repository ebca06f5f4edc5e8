// Written by `npm run build` from the elements. Change them instead.

import type {EventName} from '@lit/react';
import type {ChecklistFinishedEvent, ChecklistPublishedEvent} from '@social-learning/elements';
import {ChecklistElement} from '@social-learning/elements/checklist';
import {componentOf} from '../component-of.ts';

/** A checklist: one's own run, and the place where it is made. */
export const Checklist = /* @__PURE__ */ componentOf('checklist', ChecklistElement, {
  onChecklistFinished: 'sl-checklist-finished' as EventName<ChecklistFinishedEvent>,
  onChecklistPublished: 'sl-checklist-published' as EventName<ChecklistPublishedEvent>,
});
