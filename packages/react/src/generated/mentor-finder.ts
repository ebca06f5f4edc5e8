// Written by `npm run build` from the elements. Change them instead.

import {MentorFinder as MentorFinderClass} from '@social-learning/elements/mentor-finder';
import {componentOf} from '../component-of.ts';

/** A search among mentors, with the reasons why each fits. */
export const MentorFinder = /* @__PURE__ */ componentOf('mentor-finder', MentorFinderClass, {});
