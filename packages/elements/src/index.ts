export {define, type DefineOptions} from './internal/define.ts';
export {KudosElement} from './kudos/kudos.ts';
export {KudosGiveEvent, KudosGivenEvent} from './kudos/kudos.events.ts';
export {KudosWallElement} from './kudos-wall/kudos-wall.ts';
export {Provider} from './provider/provider.ts';
export {ProviderChangedEvent} from './provider/provider.events.ts';
export {ThreadElement} from './thread/thread.ts';
export {PostSendEvent, PostSentEvent, ThreadLoadedEvent} from './thread/thread.events.ts';
