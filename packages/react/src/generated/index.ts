// Written by `npm run build` from the elements. Change them instead.

export {Checklist} from './checklist.ts';
export {Content} from './content.ts';
export {Guidelines} from './guidelines.ts';
export {Kudos} from './kudos.ts';
export {KudosWall} from './kudos-wall.ts';
export {Leaderboard} from './leaderboard.ts';
export {MentorCard} from './mentor-card.ts';
export {MentorFinder} from './mentor-finder.ts';
export {Moderation} from './moderation.ts';
export {Notifications} from './notifications.ts';
export {Profile} from './profile.ts';
export {ProviderElement} from './provider.ts';
export {Thread} from './thread.ts';
export {Uploader} from './uploader.ts';
