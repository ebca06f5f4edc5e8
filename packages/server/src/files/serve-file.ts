import {fileFormats, type FileKind} from '@social-learning/protocol';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Services} from '../services.ts';
import {contentDisposition} from './disposition.ts';
import {readRange} from './range.ts';
import {storageKey, type FileRow} from './rows.ts';
import {readShownFile} from './shown-file.ts';
import type {FileAddress} from './signed-address.ts';

/** What a page may show in its place; the rest is only to be downloaded. */
const inline: ReadonlySet<FileKind> = new Set(['video', 'audio', 'image', 'captions']);

/** Gives a file, or one stretch of it, to whom its address is for, as long as that person may see what it belongs to. */
export async function serveFile(services: Services, request: Request, headers: Headers): Promise<Response> {
  const {files, fileAddresses, now} = services;
  const address = fileAddresses.read(new URL(request.url));
  if (!files) throw notFound();
  if (!address) throw new Refusal('forbidden', 'This address was not given out here. Open the page anew.');
  if (now() >= address.expires) throw new Refusal('forbidden', 'This address was good for ten minutes. Open the page anew.');
  const row = await readFileAt(services, address);
  const {kind, type} = fileFormats[row.format];

  headers.set('content-type', kind === 'captions' ? `${type}; charset=utf-8` : type);
  headers.set('content-security-policy', "sandbox; default-src 'none'");
  headers.set('content-disposition', contentDisposition(inline.has(kind), row.name));
  // A cache of the person's own may keep it for as long as the address is good, but not beyond the minute in which hiding must work.
  headers.set('cache-control', 'private, max-age=30');
  headers.set('accept-ranges', 'bytes');
  headers.set('etag', `"${row.id}"`);
  if (request.headers.get('if-none-match')?.includes(`"${row.id}"`)) return new Response(null, {status: 304, headers});
  const wanted = request.headers.get('range');
  const condition = request.headers.get('if-range');
  const whole = wanted === null || (condition !== null && condition !== `"${row.id}"`);
  const {start, end} = whole ? {start: 0, end: row.size} : readRange(wanted, row.size);
  if (!whole) headers.set('content-range', `bytes ${start}-${end - 1}/${row.size}`);
  headers.set('content-length', String(end - start));
  const status = whole ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, {status, headers});
  return new Response(await files.storage.read(storageKey(row), start, end), {status, headers});
}

async function readFileAt(services: Services, {organisation: id, file, person}: FileAddress): Promise<FileRow> {
  const [organisation, standing] = await Promise.all([services.directory.byId(id), person === null ? undefined : services.standings.of(id, person)]);
  if (!organisation || (person !== null && standing?.state !== 'active')) throw notFound();
  return readShownFile(services, {organisation, standing}, file);
}
