import {deflateSync} from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;
const join = (...parts: (Uint8Array | string)[]): Bytes => new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as Uint8Array))));
const text = (value: string): Bytes => join(Buffer.from(value, 'latin1'));
const big = (value: number, length = 4): Bytes => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return join(bytes);
};
const little = (value: number): Bytes => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return join(bytes);
};

export function pngChunk(type: string, data: Uint8Array | string): Bytes {
  const body = join(type, data);
  return join(big(body.length - 4), body, big(crc(body)));
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A picture of one grey point, with more chunks if wished. */
export function png(more: readonly Uint8Array[] = [], width = 1, height = 1): Bytes {
  return join(
    big(0x89504e47), big(0x0d0a1a0a), pngChunk('IHDR', join(big(width), big(height), Uint8Array.of(8, 0, 0, 0, 0))),
    ...more, pngChunk('IDAT', deflateSync(Uint8Array.of(0, 128))), pngChunk('IEND', ''),
  );
}

export const jpegSegment = (marker: number, data: Uint8Array | string): Bytes => join(Uint8Array.of(0xff, marker), big(Buffer.from(data as Uint8Array).length + 2, 2), data);

/** Not a picture that shows something, but one that has all parts. */
export function jpeg(more: readonly Uint8Array[] = [], width = 8, height = 8): Bytes {
  return join(
    Uint8Array.of(0xff, 0xd8), jpegSegment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'), ...more,
    jpegSegment(0xc0, join(Uint8Array.of(8), big(height, 2), big(width, 2), Uint8Array.of(1, 1, 0x11, 0))),
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)), Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9),
  );
}

/** EXIF that says which way is up and where it was. */
export function exif(orientation: number): Bytes {
  return join('Exif\0\0', 'II*\0', little(8), Uint8Array.of(1, 0, 0x12, 1, 3, 0), little(1), little(orientation), little(0), 'GPS 52.0907 N 5.1214 E');
}

export const webpChunk = (type: string, data: Uint8Array | string): Bytes => {
  const body = join(data);
  return join(type, little(body.length), body, ...(body.length % 2 ? [Uint8Array.of(0)] : []));
};

export function webp(picture = webpChunk('VP8L', Uint8Array.of(0x2f, 7, 0xc0, 1, 0))): Bytes {
  const body = join(
    'WEBP', webpChunk('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 7, 0, 0, 7, 0, 0)), picture,
    webpChunk('EXIF', 'GPS 52.0907 N'), webpChunk('XMP ', '<x:xmpmeta/>'),
  );
  return join('RIFF', little(body.length), body);
}

export const gif = (comment: string): Bytes => join(
  'GIF89a', Uint8Array.of(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255), Uint8Array.of(0x21, 0xfe, comment.length), comment, Uint8Array.of(0),
  Uint8Array.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b),
);

/** Silence, so long. */
export function wav(samples = 800): Bytes {
  const data = new Uint8Array(samples).fill(128);
  return join('RIFF', little(36 + data.length), 'WAVEfmt ', little(16), Uint8Array.of(1, 0, 1, 0), little(8_000), little(8_000), Uint8Array.of(1, 0, 8, 0), 'data', little(data.length), data);
}

export const mp4 = (rest = ''): Bytes => join(big(24), 'ftypisom', big(512), 'isommp41', big(8 + rest.length), 'mdat', text(rest));
export const pdf = (): Bytes => text('%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const vtt = (cues: string): Bytes => text(`WEBVTT\n\n${cues}`);
