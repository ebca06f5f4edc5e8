export {startEmbedded, type Embedded} from './node/embedded/embedded.ts';
export {nativeStore, type NativeStoreOptions} from './node/native-store.ts';
export {folderStorage} from './node/files/folder-storage.ts';
export {openFiles} from './node/files/open-files.ts';
export {s3Storage, type S3Options} from './node/files/s3-storage.ts';
export {tusReceiver} from './node/files/tus-receiver.ts';
export {serve, type ServeOptions, type Serving} from './node/serve.ts';
export {createStaticFiles, type StaticFileOptions} from './node/static-files.ts';
export {importStackExchange, type ImportReport, type ImportTarget} from './imports/stackexchange.ts';
