import {Refusal} from '../http/refusal.ts';

/** Hashes that an upload may be checked by, in the words of tus. */
export const checksumAlgorithms = ['sha1', 'sha256'] as const;

const webCrypto: Readonly<Record<string, string>> = {sha1: 'SHA-1', sha256: 'SHA-256'};
/** Bytes of a piece with a checksum, which is held in memory until it is checked. */
const mostBytes = 16 * 1024 * 1024;

/** The same request, its body checked against `Upload-Checksum` (tus 1.0, checksum) before any of it is kept. */
export async function checkBody(request: Request): Promise<Request> {
  const header = request.headers.get('upload-checksum');
  if (header === null) return request;
  const [algorithm = '', expected = ''] = header.split(' ');
  const name = Object.hasOwn(webCrypto, algorithm) ? webCrypto[algorithm] : undefined;
  if (name === undefined) throw new Refusal('malformed', `Upload-Checksum must be one of ${checksumAlgorithms.join(', ')}.`);
  const body = await gather(request);
  const actual = new Uint8Array(await crypto.subtle.digest(name, body));
  if (btoa(String.fromCharCode(...actual)) !== expected) {
    throw new Refusal('checksum-mismatch', 'The piece did not arrive as it was sent. Nothing of it was kept; send it again.');
  }
  const headers = new Headers(request.headers);
  headers.set('content-length', String(body.length));
  return new Request(request.url, {method: request.method, headers, body});
}

async function gather(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += chunk.length;
    if (size > mostBytes) throw new Refusal('too-large', `A piece with a checksum may have ${mostBytes} bytes. Send smaller pieces.`, {limit: mostBytes});
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
