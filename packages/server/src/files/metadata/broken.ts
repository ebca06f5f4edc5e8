import {Refusal} from '../../http/refusal.ts';

/** A picture that does not keep to its format. */
export const broken = () => new Refusal('invalid', 'This picture is broken. Open it in a program for pictures, save it anew, and upload that.');

/** Pixels of a picture at most: more would take all memory of whoever looks at it. */
const mostPixels = 100_000_000;

/** Throws where a picture unfolds to more than anybody can look at. */
export function demandViewable(width: number, height: number): void {
  if (width < 1 || height < 1) throw broken();
  if (width * height > mostPixels) {
    throw new Refusal('invalid', `This picture is ${width} by ${height} pixels, which is too much to look at. Make it smaller.`, {limit: mostPixels});
  }
}

/** Puts parts of bytes together. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
