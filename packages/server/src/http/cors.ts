import type {Directory} from '../organisations/directory.ts';

/** Which pages may read our answers: those of origins that an organisation registered, and no others. */
export interface Origins {
  /** The organisation of an origin; `undefined` where nobody registered it. */
  organisationOf(origin: string): Promise<string | undefined>;
}

const loopback = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** @param openLoopback Whether pages of this machine belong to the default organisation, as in the demo. */
export function createOrigins(directory: Directory, openLoopback: boolean): Origins {
  return {
    async organisationOf(origin) {
      if (origin.length > 300) return undefined;
      return (await directory.byOrigin(origin)) ?? (openLoopback && loopback.test(origin) ? directory.defaultId() : undefined);
    },
  };
}

/** The headers that let a registered page read an answer. */
export function allowOrigin(headers: Headers, origin: string): void {
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', 'ETag, Retry-After, RateLimit, RateLimit-Policy, Location, Upload-Offset, Upload-Length, Upload-Expires, Tus-Resumable, Tus-Version, Content-Range, Accept-Ranges');
}

/** The answer to a preflight of a registered page. */
export function preflight(headers: Headers): Response {
  headers.set('access-control-allow-methods', 'GET, HEAD, POST, PATCH, DELETE');
  headers.set('access-control-allow-headers', 'authorization, content-type, idempotency-key, if-none-match, last-event-id, cache-control, range, tus-resumable, upload-length, upload-metadata, upload-offset, upload-checksum');
  headers.set('access-control-max-age', '7200');
  return new Response(null, {status: 204, headers});
}
