import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {extname, join, normalize, resolve, sep} from 'node:path';
import {Readable} from 'node:stream';
import {promisify} from 'node:util';
import {gzip as gzipCallback} from 'node:zlib';

/** What is served besides the API. */
export interface StaticFileOptions {
  /** A folder whose files are served at `/`. */
  readonly site?: string | undefined;
  /** The folder of the built scripts: `sl.js` and its chunks. */
  readonly scripts?: string | undefined;
  readonly publicUrl: string;
}

const gzip = promisify(gzipCallback);
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json',
};
const compressible = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
/** A name that changes with what is in it. */
const hashed = /[-.][\w-]{8,}\.(?:js|css|map)$/;
const api = /^\/(?:v1|demo)\/|^\/(?:healthz|openapi\.json)$/;

/** Answers requests for files; `undefined` for what is not one. */
export function createStaticFiles({site, scripts, publicUrl}: StaticFileOptions): (request: Request) => Promise<Response | undefined> {
  const compressed = new Map<string, {modified: number; bytes: Uint8Array<ArrayBuffer>}>();
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", `connect-src 'self' ${publicUrl}`, "img-src 'self'", "media-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'", "require-trusted-types-for 'script'",
  ].join('; ');

  const send = async (request: Request, file: string, headers: Headers): Promise<Response | undefined> => {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    headers.set('content-type', type);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'cross-origin');
    if (type.startsWith('text/html')) headers.set('content-security-policy', policy);
    const etag = `W/"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
    headers.set('etag', etag);
    headers.set('vary', 'Accept-Encoding');
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers});
    const small = compressible.test(type) && found.size < 8 * 1024 * 1024;
    if (small && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
      const kept = compressed.get(file);
      const bytes = kept?.modified === found.mtimeMs ? kept.bytes : new Uint8Array(await gzip(await readFile(file), {level: 9}));
      compressed.set(file, {modified: found.mtimeMs, bytes});
      headers.set('content-encoding', 'gzip');
      return new Response(request.method === 'HEAD' ? null : bytes, {headers});
    }
    headers.set('content-length', String(found.size));
    if (request.method === 'HEAD') return new Response(null, {headers});
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, {headers});
  };

  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const {pathname} = new URL(request.url);
    if (api.test(pathname)) return undefined;
    const path = readPath(pathname);
    if (path === undefined) return undefined;
    if (scripts !== undefined) {
      const headers = new Headers({
        'access-control-allow-origin': '*',
        'cache-control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      const answer = await send(request, join(resolve(scripts), path), headers);
      if (answer) return answer;
    }
    if (site === undefined) return undefined;
    return send(request, join(resolve(site), path.endsWith(sep) || path === '.' ? join(path, 'index.html') : path), new Headers({'cache-control': 'no-cache'}));
  };
}

/** The path below a folder; `undefined` where it leads out of it, or to a hidden file. */
function readPath(pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const parts = decoded.split('/').slice(1);
  if (parts.some(part => part.startsWith('.'))) return undefined;
  return normalize(parts.join(sep));
}
