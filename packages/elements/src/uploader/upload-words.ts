import {msg, str} from '@lit/localize';
import type {SocialLearningError} from '@social-learning/sdk';
import type {FileKind, Upload, UploadTerms} from '@social-learning/sdk/uploads';
import {failureWords} from '../internal/failure-words.ts';
import {sayBytes, sayClock} from '../internal/sizes.ts';
import {sayNumber} from '../internal/times.ts';

function sayKind(kind: FileKind): string {
  switch (kind) {
    case 'video': return msg('Videos');
    case 'audio': return msg('Recordings');
    case 'image': return msg('Pictures');
    case 'document': return msg('Documents');
    case 'captions': return msg('Captions');
  }
}

/** What is taken, said before anything is chosen: a line for each kind. */
export function sayLimits({kinds}: UploadTerms): string[] {
  return kinds.filter(({kind}) => kind !== 'captions')
    .map(({kind, extensions, most}) => msg(str`${sayKind(kind)} (${extensions.join(', ')}) of up to ${sayBytes(most)}`));
}

/** What went wrong with a file, and what mends it; the name of the file stands beside it. */
export function sayUploadFailure({name, kind, size}: Pick<Upload, 'name' | 'kind' | 'size'>, error: SocialLearningError, terms: UploadTerms | undefined, onWords: () => void): string {
  const {code, details: {limit, field}} = error;
  switch (code) {
    case 'unsupported-media-type':
      return kind === undefined
        ? msg(str`Files like ${name} are not taken. Choose one of these: ${terms?.kinds.flatMap(({extensions}) => extensions).join(', ') ?? ''}.`)
        : msg(str`${name} is not what its name says. Save it in that format anew, or choose another file.`);
    case 'too-large':
      return msg(str`${name} has ${sayBytes(size)}, and up to ${sayBytes(limit ?? 0)} are taken. Make it smaller, or choose another file.`);
    case 'quota-spent':
      if (limit === undefined) return msg(str`There is no room left here for ${name}. Whoever looks after this site can make some.`);
      return msg(str`There is no room left for ${name}: all your files together may have ${sayBytes(limit ?? 0)}. Remove something that you have shared.`);
    case 'invalid':
      return field === '/size'
        ? msg(str`${name} is empty. Choose another file.`)
        : kind === 'captions'
          ? msg(str`${name} cannot be read as captions. They must be WebVTT.`)
          : msg(str`${name} is broken, or too large to be shown. Save it anew in a program of its kind, and choose it again.`);
    case 'network':
    case 'timeout':
      return msg(str`${name} waits: the server cannot be reached. It goes on by itself when it can.`);
    default:
      return `${name}: ${failureWords(error, onWords)}`;
  }
}

/** How an upload goes, in words. */
export function sayProgress({status, sent, size, speed, left}: Upload): string {
  const share = msg(str`${sayBytes(sent)} of ${sayBytes(size)}`);
  switch (status) {
    case 'waiting': return msg('Waits for its turn');
    case 'paused': return msg(str`Paused at ${share}`);
    case 'finished': return sayBytes(size);
    case 'failed': return sent === 0 ? sayBytes(size) : share;
    case 'running':
      return speed === undefined || left === undefined ? share : msg(str`${share}, ${sayBytes(speed)} a second, ${sayClock(left)} left`);
  }
}

export const percentOf = ({sent, size}: Pick<Upload, 'sent' | 'size'>): number => (size === 0 ? 0 : Math.floor((100 * sent) / size));

/** What is said aloud at a quarter of the way. */
export const sayQuarter = (name: string, percent: number): string => msg(str`${name}: ${sayNumber(percent)}%`);
