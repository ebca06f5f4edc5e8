export {define, type DefineOptions} from './internal/define.ts';
export {MentorCard} from './mentor-card/mentor-card.ts';
export {MentorshipChangedEvent} from './mentor-card/mentor-card.events.ts';
export {MentorFinder} from './mentor-finder/mentor-finder.ts';
export {Provider} from './provider/provider.ts';
export {ProviderChangedEvent} from './provider/provider.events.ts';
export {ThreadElement} from './thread/thread.ts';
export {PostSendEvent, PostSentEvent, ThreadLoadedEvent} from './thread/thread.events.ts';
