import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {StartError} from '../../internal/start-error.ts';
import {ProgramError} from './programs.ts';

/** Why the folder cannot be used, in one sentence where it is known. */
export function explainFailure(error: unknown, home: string): unknown {
  if (error instanceof StartError) return error;
  const {code = '', message = ''} = error as NodeJS.ErrnoException;
  const log = error instanceof ProgramError && existsSync(join(home, 'postgres.log')) ? readFileSync(join(home, 'postgres.log'), 'utf8').slice(-2_000) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded/.test(message + log)) {
    return new StartError(`The disk that holds ${home} is full. Make room, or choose another folder with --data.`, {cause: error});
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code) || /Permission denied|Read-only file system/.test(message)) {
    return new StartError(`The folder ${home} may not be written to. Give the right to, or choose another with --data.`, {cause: error});
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartError(`${home} is not a folder. Choose another with --data.`, {cause: error});
  }
  if (error instanceof ProgramError) {
    return new StartError(`The embedded PostgreSQL does not start: ${lastLine(message)} (more in ${join(home, 'postgres.log')}).`, {cause: error});
  }
  return error;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
