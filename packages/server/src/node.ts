export {startEmbedded, type Embedded} from './node/embedded/embedded.ts';
export {nativeStore, type NativeStoreOptions} from './node/native-store.ts';
export {serve, type ServeOptions, type Serving} from './node/serve.ts';
export {createStaticFiles, type StaticFileOptions} from './node/static-files.ts';
export {importStackExchange, type ImportReport, type ImportTarget} from './imports/stackexchange.ts';
