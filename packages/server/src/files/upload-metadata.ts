import {claimedFormat, fileFormats, limits, type FormatName} from '@social-learning/protocol';
import {Refusal} from '../http/refusal.ts';
import {safeFileName} from './disposition.ts';

/** What an upload says of itself before it comes. */
export interface UploadClaim {
  readonly name: string;
  readonly format: FormatName;
}

/** Reads `Upload-Metadata` (tus 1.0, creation): `filename` and `filetype`. Throws where they do not go together, or name a format that is not taken. */
export function readUploadMetadata(header: string | null): UploadClaim {
  const {filename = '', filetype = ''} = parse(header ?? '');
  if (filename === '') throw new Refusal('invalid', 'The upload must say its “filename” in Upload-Metadata.', {field: '/filename'});
  if (filename.length > 4 * limits.fileName) throw new Refusal('invalid', `The name of the file is longer than ${limits.fileName} characters. Shorten it.`, {field: '/filename', limit: limits.fileName});
  const format = claimedFormat(filename, filetype);
  if (format === undefined) {
    const extensions = Object.keys(fileFormats).join(', ');
    throw new Refusal('unsupported-media-type', `Files like this are not taken here. Choose one of these: ${extensions}.`, {field: '/filename'});
  }
  return {name: safeFileName(filename, format), format};
}

function parse(header: string): Partial<Record<string, string>> {
  const values: Record<string, string> = Object.create(null);
  for (const pair of header.split(',').map(part => part.trim()).filter(part => part !== '')) {
    const [key = '', encoded = '', ...more] = pair.split(' ');
    if (key === '' || more.length > 0 || key in values) throw malformed();
    try {
      values[key] = new TextDecoder('utf-8', {fatal: true}).decode(Uint8Array.from(atob(encoded), character => character.charCodeAt(0)));
    } catch {
      throw malformed();
    }
  }
  return values;
}

const malformed = () => new Refusal('malformed', 'Upload-Metadata must be pairs of a key and its value in base64, with commas between.');
