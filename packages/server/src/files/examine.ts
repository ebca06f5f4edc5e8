import {fileFormats, type FormatName} from '@social-learning/protocol';
import {fileTypeFromBlob} from 'file-type/core';
import {Refusal} from '../http/refusal.ts';
import {cleanCaptions} from './captions.ts';
import {cleanGif} from './metadata/gif.ts';
import {cleanJpeg} from './metadata/jpeg.ts';
import {cleanPng} from './metadata/png.ts';
import {cleanWebp} from './metadata/webp.ts';

/** What the bytes of a file say, by the name under which our library knows it. */
const formatsOf: Readonly<Record<string, readonly FormatName[]>> = {
  'video/mp4': ['mp4', 'm4a', 'mov'], 'video/3gpp': ['mp4'], 'video/3gpp2': ['mp4'], 'video/x-m4v': ['mp4'], 'audio/mp4': ['m4a'], 'audio/x-m4a': ['m4a'], 'video/webm': ['webm'], 'audio/webm': ['webm'],
  'video/quicktime': ['mov'], 'audio/mpeg': ['mp3'], 'audio/ogg': ['ogg'], 'audio/opus': ['ogg'], 'application/ogg': ['ogg'],
  'video/ogg': ['ogg'], 'audio/wav': ['wav'], 'audio/vnd.wave': ['wav'], 'image/jpeg': ['jpg'], 'image/png': ['png'],
  'image/apng': ['png'], 'image/webp': ['webp'], 'image/gif': ['gif'], 'application/pdf': ['pdf'],
};

const cleaners: Partial<Record<FormatName, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>>> = {
  jpg: cleanJpeg, png: cleanPng, webp: cleanWebp, gif: cleanGif,
};

/**
 * Decides by its bytes whether a file is what it claims to be, and gives it as it is to be kept: pictures without what they tell
 * of places and devices, captions without styles. Nothing is decoded. Throws a refusal for anything else.
 */
export async function examine(file: Blob, claimed: FormatName): Promise<Blob> {
  const {type} = fileFormats[claimed];
  if (claimed === 'vtt') return new Blob([cleanCaptions(await readText(file))], {type});
  const found = await fileTypeFromBlob(file).catch(() => undefined);
  const formats = formatsOf[found?.mime.split(';')[0] ?? ''] ?? [];
  if (!formats.includes(claimed)) {
    throw new Refusal('unsupported-media-type', `This file is not what its name says: it is no ${claimed.toUpperCase()}. Choose another, or save it in that format anew.`);
  }
  const clean = cleaners[claimed];
  return clean ? new Blob([clean(new Uint8Array(await file.arrayBuffer()))], {type}) : file;
}

async function readText(file: Blob): Promise<string> {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await file.arrayBuffer());
  } catch {
    throw new Refusal('invalid', 'These captions are not in UTF-8. Save them in that encoding.');
  }
}
