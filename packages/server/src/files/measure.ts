import {imageSize} from 'image-size';

/** Bytes in which a picture says how large it is, with much before that. */
const head = 524_288;

/** The size at which a picture is shown, in CSS pixels; `null` where it does not say. */
export async function measure(picture: Blob): Promise<{readonly width: number | null; readonly height: number | null}> {
  try {
    const {width, height, orientation = 1} = imageSize(new Uint8Array(await picture.slice(0, head).arrayBuffer()));
    // From the fifth on, it is shown on its side (Exif 2.32, tag 0x0112).
    return orientation >= 5 ? {width: height, height: width} : {width, height};
  } catch {
    return {width: null, height: null};
  }
}
