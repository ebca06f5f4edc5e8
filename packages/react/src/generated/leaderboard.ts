// Written by `npm run build` from the elements. Change them instead.

import {LeaderboardElement} from '@social-learning/elements/leaderboard';
import {componentOf} from '../component-of.ts';

/** A live board of people by points. */
export const Leaderboard = /* @__PURE__ */ componentOf('leaderboard', LeaderboardElement, {});
