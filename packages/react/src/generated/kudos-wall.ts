// Written by `npm run build` from the elements. Change them instead.

import {KudosWallElement} from '@social-learning/elements/kudos-wall';
import {componentOf} from '../component-of.ts';

/** A live wall of kudos. */
export const KudosWall = /* @__PURE__ */ componentOf('kudos-wall', KudosWallElement, {});
