import {remembering} from '../internal/remembering.ts';
import type {SharedPage} from '../threads/queries.ts';
import {allowOrigin} from './cors.ts';
import {baseHeaders} from './headers.ts';

/** The headers of a request that an answer for many depends on. */
export interface Asked {
  readonly authorization: string | null;
  readonly origin: string | null;
  readonly acceptEncoding: string | null;
  readonly ifNoneMatch: string | null;
}

/** An answer that is there and only has to be written. */
export interface ReadyAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

const json = 'application/json; charset=utf-8';
const smallestCompressed = 1_024;

export const askedOf = ({headers}: Request): Asked => ({
  authorization: headers.get('authorization'), origin: headers.get('origin'),
  acceptEncoding: headers.get('accept-encoding'), ifNoneMatch: headers.get('if-none-match'),
});

/** Makes the way to present pages that are the same for all who may see them. */
export function createPresenter(secure: boolean) {
  const headersFor = remembering((key: string): Readonly<Record<string, string>> => {
    const [keeping = '', origin = ''] = key.split('\n');
    const headers = baseHeaders(secure);
    if (origin !== '') allowOrigin(headers, origin);
    headers.set('cache-control', keeping);
    headers.set('content-type', json);
    headers.set('vary', 'Origin, Authorization, Accept-Encoding');
    return Object.fromEntries(headers);
  });

  /** @param origin The origin of the page that asks, where it is registered. */
  return async ({page, space}: SharedPage, {acceptEncoding, ifNoneMatch}: Asked, origin: string | null): Promise<ReadyAnswer> => {
    const common = headersFor(`${space.readers === 'everybody' ? 'no-cache' : 'private, no-cache'}\n${origin ?? ''}`);
    const headers = {...common, etag: page.etag};
    if (ifNoneMatch?.split(',').some(tag => tag.trim() === page.etag)) return {status: 304, headers, body: null};
    const compressed = page.bytes.length >= smallestCompressed && /\bgzip\b/.test(acceptEncoding ?? '');
    if (!compressed) return {status: 200, headers, body: page.bytes};
    return {status: 200, headers: {...headers, 'content-encoding': 'gzip'}, body: await page.gzip()};
  };
}
