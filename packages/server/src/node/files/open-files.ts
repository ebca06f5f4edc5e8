import {join} from 'node:path';
import type {FileSettings} from '../../files/files.ts';
import type {UploadReceiver} from '../../files/receiver.ts';
import {StartError} from '../../internal/start-error.ts';
import {folderStorage} from './folder-storage.ts';
import {s3Storage} from './s3-storage.ts';
import {tusReceiver} from './tus-receiver.ts';

const prefix = 'SOCIAL_LEARNING_S3_';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Files in a folder; where the environment names a bucket (`SOCIAL_LEARNING_S3_ENDPOINT`, `BUCKET`, `KEY`, `SECRET` and, if wished,
 * `REGION`), finished files go there, and only what is under way stays in the folder. `SOCIAL_LEARNING_PERSON_QUOTA` and
 * `SOCIAL_LEARNING_ORGANISATION_QUOTA` say how many bytes one may have.
 */
export function openFiles(folder: string, environment: Environment = {}): FileSettings {
  const taking = {receiver: openReceiver(folder), ...readQuotas(environment)};
  const read = (name: string) => environment[`${prefix}${name}`] || undefined;
  const [endpoint, bucket, key, secret, region] = ['ENDPOINT', 'BUCKET', 'KEY', 'SECRET', 'REGION'].map(read);
  if ([endpoint, bucket, key, secret, region].every(value => value === undefined)) return {...taking, storage: folderStorage(join(folder, 'kept'))};
  if (endpoint === undefined || bucket === undefined || key === undefined || secret === undefined || !URL.canParse(endpoint)) {
    throw new StartError(`For files in S3, ${prefix}ENDPOINT (an address), ${prefix}BUCKET, ${prefix}KEY and ${prefix}SECRET are all needed.`);
  }
  return {...taking, storage: s3Storage({endpoint, bucket, key, secret, ...(region !== undefined && {region})})};
}

function readQuotas(environment: Environment): Pick<FileSettings, 'quota' | 'organisationQuota'> {
  const read = (name: string): number | undefined => {
    const text = environment[name];
    if (text === undefined || text === '') return undefined;
    const bytes = Number(text);
    if (!Number.isSafeInteger(bytes) || bytes < 0) throw new StartError(`${name} must be a number of bytes, such as 5368709120, not “${text}”.`);
    return bytes;
  };
  const [quota, organisationQuota] = [read('SOCIAL_LEARNING_PERSON_QUOTA'), read('SOCIAL_LEARNING_ORGANISATION_QUOTA')];
  return {...(quota !== undefined && {quota}), ...(organisationQuota !== undefined && {organisationQuota})};
}

function openReceiver(folder: string): UploadReceiver {
  try {
    return tusReceiver(join(folder, 'uploads'));
  } catch (error) {
    throw new StartError(`The folder ${folder} may not be written to, or is not a folder. Give the right to, or choose another with --files or --data.`, {cause: error});
  }
}
