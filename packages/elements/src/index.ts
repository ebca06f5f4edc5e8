export {define, type DefineOptions} from './internal/define.ts';
export {Provider} from './provider/provider.ts';
export {ProviderChangedEvent} from './provider/provider.events.ts';
export {ThreadElement} from './thread/thread.ts';
export {PostSendEvent, PostSentEvent, ThreadLoadedEvent} from './thread/thread.events.ts';
