import {broken, concat, demandViewable, viewOf} from './broken.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const app = (number: number): number => 0xe0 + number;
/** What a picture needs to look as it should: JFIF, colour profile, and Adobe's colour transform. Other programs use the same numbers for previews and whole pictures. */
const keptApps = new Map([[app(0), 'JFIF\0'], [app(2), 'ICC_PROFILE\0'], [app(14), 'Adobe']]);
const comment = 0xfe;

/**
 * A JPEG without EXIF, XMP, IPTC, comments and what else programs wrote into it, and without what comes after its end. Of EXIF it
 * keeps which way is up.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) throw broken();
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) throw broken();
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === endOfImage) return concat([...parts, bytes.subarray(at, at + 2)]);
    if (marker === undefined || marker < 0xc0 || at + 4 > bytes.length) throw broken();
    const length = view.getUint16(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw broken();
    if (marker === startOfScan) end = endOfScan(bytes, end);
    if (isFrame(marker)) {
      if (length < 8) throw broken();
      demandViewable(view.getUint16(at + 7), view.getUint16(at + 5));
    }
    if (marker === app(1)) {
      const orientation = readOrientation(bytes.subarray(at + 4, end));
      if (orientation !== undefined) parts.push(orientationSegment(orientation));
    } else if (marker !== comment && (marker < app(0) || marker > app(15) || isKept(marker, bytes.subarray(at + 4, end)))) {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
}

function isKept(marker: number, segment: Uint8Array): boolean {
  const name = keptApps.get(marker);
  return name !== undefined && String.fromCharCode(...segment.subarray(0, name.length)) === name;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Where the next marker stands that is no part of the picture's data. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  throw broken();
}

const orientationTag = 0x0112;

/** Which way is up (1 to 8), by EXIF (CIPA DC-008); `undefined` where it does not say, or says it in no way that we read. */
function readOrientation(segment: Uint8Array): number | undefined {
  if (segment.length < 14 || String.fromCharCode(...segment.subarray(0, 6)) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(6);
  const view = viewOf(tiff);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return value > 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** An EXIF segment that says nothing but which way is up. */
function orientationSegment(orientation: number): Uint8Array {
  const segment = new Uint8Array(36);
  const view = viewOf(segment);
  view.setUint16(0, 0xffe1);
  view.setUint16(2, 34);
  segment.set([0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8], 4);
  view.setUint16(18, 1);
  view.setUint16(20, orientationTag);
  view.setUint16(22, 3);
  view.setUint32(24, 1);
  view.setUint16(28, orientation);
  return segment;
}
