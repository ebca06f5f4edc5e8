// Written by `npm run build` from the elements. Change them instead.

import {ChecklistElement} from '../checklist/checklist.ts';
import {ContentElement} from '../content/content.ts';
import {GuidelinesElement} from '../guidelines/guidelines.ts';
import {KudosElement} from '../kudos/kudos.ts';
import {KudosWallElement} from '../kudos-wall/kudos-wall.ts';
import {LeaderboardElement} from '../leaderboard/leaderboard.ts';
import {MentorCard} from '../mentor-card/mentor-card.ts';
import {MentorFinder} from '../mentor-finder/mentor-finder.ts';
import {ModerationElement} from '../moderation/moderation.ts';
import {NotificationsElement} from '../notifications/notifications.ts';
import {ProfileElement} from '../profile/profile.ts';
import {Provider} from '../provider/provider.ts';
import {ThreadElement} from '../thread/thread.ts';
import {UploaderElement} from '../uploader/uploader.ts';
/** The class of each element, by its name without a prefix. */
export const elementClasses = {
  'checklist': ChecklistElement,
  'content': ContentElement,
  'guidelines': GuidelinesElement,
  'kudos': KudosElement,
  'kudos-wall': KudosWallElement,
  'leaderboard': LeaderboardElement,
  'mentor-card': MentorCard,
  'mentor-finder': MentorFinder,
  'moderation': ModerationElement,
  'notifications': NotificationsElement,
  'profile': ProfileElement,
  'provider': Provider,
  'thread': ThreadElement,
  'uploader': UploaderElement,
} as const;
