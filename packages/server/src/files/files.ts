import {fileSizes, type FileKind} from '@social-learning/protocol';
import type {UploadReceiver} from './receiver.ts';
import type {FileStorage} from './storage.ts';

/** How an app takes files and keeps them. */
export interface FileSettings {
  readonly storage: FileStorage;
  readonly receiver: UploadReceiver;
  /** Bytes of a file of each kind, at most. Default those of the contract. */
  readonly sizes?: Partial<Readonly<Record<FileKind, number>>>;
  /** Bytes of all files of a person, at most. Default 5 GiB. */
  readonly quota?: number;
  /** Bytes of all files of an organisation, at most. Default 500 GiB. */
  readonly organisationQuota?: number;
  /** Milliseconds after which an upload expires that was not finished, or is not used by anything. Default a day. */
  readonly lifetime?: number;
}

/** {@link FileSettings} with nothing left out. */
export interface Files extends Required<FileSettings> {
  readonly sizes: Readonly<Record<FileKind, number>>;
}

export function completeFiles({
  storage, receiver, sizes, quota = 5 * 2 ** 30, organisationQuota = 500 * 2 ** 30, lifetime = 86_400_000,
}: FileSettings): Files {
  return {storage, receiver, quota, organisationQuota, lifetime, sizes: {...fileSizes, ...sizes}};
}
