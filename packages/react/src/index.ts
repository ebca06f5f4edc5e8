export * from './generated/index.ts';
export {Provider, type ProviderProps} from './provider.ts';
export {useClient} from './use-client.ts';
export {useStore} from './use-store.ts';
