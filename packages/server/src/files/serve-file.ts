import {fileFormats, type FileKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {isShownTo} from '../content-items/standing.ts';
import type {ItemState} from '../content-items/rows.ts';
import type {Services} from '../services.ts';
import {contentDisposition} from './disposition.ts';
import {readRange} from './range.ts';
import {fileColumns, storageKey, type FileRow} from './rows.ts';
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
  const row = await readShownFile(services, address);
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

async function readShownFile({store: {db}, directory, standings}: Services, {organisation: id, file, person}: FileAddress): Promise<FileRow> {
  const [organisation, standing, {rows: [row]}] = await Promise.all([
    directory.byId(id),
    person === null ? undefined : standings.of(id, person),
    sql<FileRow & {itemState: ItemState; space: string; author: string}>`
      select ${fileColumns}, i.state as "itemState", i.space, i.author
      from file f join content_item i on i.organisation = f.organisation and i.id = f.item
      where f.organisation = ${id} and f.id = ${file} and f.state = 'finished'`.execute(db),
  ]);
  const gone = person !== null && standing?.state !== 'active';
  if (!organisation || !row || gone) throw notFound();
  const caller: Caller = {organisation, standing};
  const space = organisation.spaces.find(candidate => candidate.id === row.space);
  if (!space || !isShownTo(caller, space, {author: row.author, state: row.itemState})) throw notFound();
  return row;
}
