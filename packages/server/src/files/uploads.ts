import {fileFormats, isId, uploadsPath, type ProblemCode} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {newId} from '../internal/new-id.ts';
import type {Services} from '../services.ts';
import {inTransaction} from '../store/transaction.ts';
import {checkBody, checksumAlgorithms} from './checksum.ts';
import {examine} from './examine.ts';
import type {Files} from './files.ts';
import {measure} from './measure.ts';
import {readFileRow, storageKey, type FileRow} from './rows.ts';
import {readUploadMetadata} from './upload-metadata.ts';

const version = '1.0.0';

/** What this server speaks, for who asks by `OPTIONS`. */
export function describeTus(headers: Headers, files: Files): void {
  headers.set('tus-resumable', version);
  headers.set('tus-version', version);
  headers.set('tus-extension', 'creation,creation-with-upload,termination,checksum,expiration');
  headers.set('tus-max-size', String(Math.max(...Object.values(files.sizes))));
  headers.set('tus-checksum-algorithm', checksumAlgorithms.join(','));
}

/**
 * Answers a request of the tus protocol: makes an upload, says how far it has come, takes a piece of it, or ends it. An upload is
 * its maker's alone. When it is whole, its bytes decide whether it is kept.
 *
 * @param takeTurn Counts a new upload of this caller against the rate.
 */
export async function handleUpload(services: Services, caller: Caller, request: Request, headers: Headers, takeTurn: () => void): Promise<Response> {
  const {files} = services;
  if (!files) throw new Refusal('not-found', 'This server takes no files.');
  headers.set('tus-resumable', version);
  signedIn(caller);
  if (request.headers.get('tus-resumable') !== version) {
    throw new Refusal('tus-version', `Uploads are made by tus ${version}; say so in Tus-Resumable.`, {headers: {'tus-version': version}});
  }
  const {pathname} = new URL(request.url);
  if (request.method === 'POST' && pathname === uploadsPath) {
    takeTurn();
    return create(services, files, caller, request, headers);
  }
  const row = await readOwnUpload(services, caller, pathname.slice(uploadsPath.length + 1));
  switch (request.method) {
    case 'HEAD':
      return look(services, files, row, request, headers);
    case 'PATCH':
      return takePiece(services, files, row, request, headers);
    case 'DELETE':
      return end(services, files, row, headers);
    default:
      throw new Refusal('method-not-allowed', 'Uploads answer to POST, HEAD, PATCH and DELETE only.');
  }
}

async function readOwnUpload({store, now}: Services, caller: Caller, id: string): Promise<FileRow> {
  const row = isId(id) ? await readFileRow(store.db, caller.organisation.id, id) : undefined;
  if (!row || row.owner !== signedIn(caller).person.id) throw notFound();
  if (row.state === 'expired' || (row.expiresAt !== null && row.expiresAt.getTime() <= now())) {
    throw new Refusal('upload-expired', 'This upload was not finished in time, and what had come of it is gone. Begin anew.');
  }
  return row;
}

async function create(services: Services, files: Files, caller: Caller, request: Request, headers: Headers): Promise<Response> {
  if (request.headers.has('upload-defer-length')) throw new Refusal('malformed', 'The size of a file must be said before it is sent, in Upload-Length.');
  if (request.headers.has('upload-concat')) throw new Refusal('malformed', 'Files are taken in one piece after the other, not to be put together.');
  const length = request.headers.get('upload-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw new Refusal('malformed', 'Upload-Length must say how many bytes the file has.');
  const size = Number(length);
  const {name, format} = readUploadMetadata(request.headers.get('upload-metadata'));
  const {kind} = fileFormats[format];
  const most = files.sizes[kind];
  if (size === 0) throw new Refusal('invalid', 'This file is empty. Choose another.', {field: '/size'});
  if (size > most) throw new Refusal('too-large', `This file has ${size} bytes, and ${most} are taken. Make it smaller, or choose another.`, {limit: most});
  const checked = await checkBody(request);

  const row = await reserve(services, files, caller, {name, format, size});
  const answer = await files.receiver.handle(checked, row.id).catch((error: unknown) => discard(services, files, row).then(() => {
    throw error;
  }));
  if (answer.status !== 201) {
    await discard(services, files, row);
    throw await toRefusal(answer);
  }
  copy(answer, headers, ['upload-offset']);
  headers.set('location', `${uploadsPath}/${row.id}`);
  headers.set('upload-expires', row.expiresAt!.toUTCString());
  if (Number(answer.headers.get('upload-offset')) === size) await finish(services, files, row);
  return new Response(null, {status: 201, headers});
}

/** Sets room aside, if there is enough. The organisation's row is locked first, so that nobody gets more by asking at once. */
async function reserve(
  {store, now}: Services, {quota, organisationQuota, lifetime}: Files, caller: Caller, {name, format, size}: Pick<FileRow, 'name' | 'format' | 'size'>,
): Promise<FileRow> {
  const organisation = caller.organisation.id;
  const owner = signedIn(caller).person.id;
  const id = newId(now());
  return inTransaction(store, async trx => {
    await sql`select 1 from organisation where id = ${organisation} for no key update`.execute(trx);
    if ((await readUsed(trx, organisation, owner)) + size > quota) {
      throw new Refusal('quota-spent', `You may keep ${quota} bytes here, and this file would be more. Remove something that you have shared.`, {limit: quota});
    }
    if ((await readUsed(trx, organisation)) + size > organisationQuota) {
      throw new Refusal('quota-spent', 'There is no room left here for files. Whoever looks after this server can make some.');
    }
    const expiresAt = new Date(now() + lifetime);
    await sql`
      insert into file (organisation, id, owner, format, name, size, state, created_at, expires_at)
      values (${organisation}, ${id}, ${owner}, ${format}, ${name}, ${size}, 'open', ${new Date(now())}, ${expiresAt})`.execute(trx);
    return {organisation, id, owner, format, name, size, state: 'open', expiresAt, item: null, post: null, width: null, height: null, role: null, language: null, label: null};
  });
}

/** Bytes of all files of an organisation or of one person in it, those that are only announced included. */
export async function readUsed(db: Services['store']['db'], organisation: string, owner?: string): Promise<number> {
  const {rows: [row]} = await sql<{used: number}>`
    select coalesce(sum(size), 0)::float8 as used from file
    where organisation = ${organisation} and ${owner === undefined ? sql`true` : sql`owner = ${owner}`} and state <> 'expired'`.execute(db);
  return row!.used;
}

async function look(services: Services, files: Files, row: FileRow, request: Request, headers: Headers): Promise<Response> {
  headers.set('cache-control', 'no-store');
  if (row.state === 'finished') return done(row, headers);
  const answer = await files.receiver.handle(request, row.id);
  if (!answer.ok) throw await toRefusal(answer);
  copy(answer, headers, ['upload-offset', 'upload-length']);
  headers.set('upload-expires', row.expiresAt!.toUTCString());
  // The server may have died between the last piece and what had to be done with the whole.
  if (Number(answer.headers.get('upload-offset')) === row.size) await finish(services, files, row);
  return new Response(null, {status: 200, headers});
}

/** What is kept may be shorter than what came. Who sent it asks about that. */
function done({size}: FileRow, headers: Headers): Response {
  headers.set('upload-offset', String(size));
  headers.set('upload-length', String(size));
  return new Response(null, {status: 200, headers});
}

async function takePiece(services: Services, files: Files, row: FileRow, request: Request, headers: Headers): Promise<Response> {
  if (request.headers.get('content-type') !== 'application/offset+octet-stream') {
    throw new Refusal('unsupported-media-type', 'A piece is sent as application/offset+octet-stream.');
  }
  if (!/^\d{1,15}$/.test(request.headers.get('upload-offset') ?? '')) throw new Refusal('malformed', 'Upload-Offset must say where the piece begins.');
  if (row.state === 'finished') throw new Refusal('upload-conflict', 'This upload is whole already.');
  const answer = await files.receiver.handle(await checkBody(request), row.id);
  if (!answer.ok) throw await toRefusal(answer);
  copy(answer, headers, ['upload-offset']);
  headers.set('upload-expires', row.expiresAt!.toUTCString());
  if (Number(answer.headers.get('upload-offset')) === row.size) await finish(services, files, row);
  return new Response(null, {status: 204, headers});
}

async function end(services: Services, files: Files, row: FileRow, headers: Headers): Promise<Response> {
  if (row.item !== null || row.post !== null) throw new Refusal('forbidden', 'This file is part of something that is shared. Remove that.');
  await discard(services, files, row);
  return new Response(null, {status: 204, headers});
}

/** Leaves nothing of a file that is part of nothing. Its row goes last, so that no bytes stay behind that nothing tells of, and is held meanwhile, so that no item takes it. */
export async function discard({store}: Services, {receiver, storage}: Files, row: Pick<FileRow, 'organisation' | 'id'>): Promise<void> {
  await inTransaction(store, async trx => {
    const {rows} = await sql`
      delete from file where organisation = ${row.organisation} and id = ${row.id} and item is null and post is null returning id`.execute(trx);
    if (rows.length === 0) return;
    await receiver.remove(row.id);
    await storage.remove(storageKey(row));
  });
}

/** Looks at what came, now that it is whole, and keeps it or leaves nothing of it. Twice, or anew after a fall, it does no harm. */
async function finish(services: Services, files: Files, {organisation, id}: FileRow): Promise<void> {
  const {store: {db}, turns, now} = services;
  await turns.take(`upload ${organisation} ${id}`, async () => {
    const row = await readFileRow(db, organisation, id);
    if (row?.state !== 'open') return;
    const came = await files.receiver.open(id);
    if (came?.size !== row.size) throw new Error(`The upload ${id} is not as long as it was said to be.`);
    let kept: Blob;
    try {
      kept = await examine(came, row.format);
    } catch (error) {
      if (error instanceof Refusal) await discard(services, files, row);
      throw error;
    }
    const {width, height} = fileFormats[row.format].kind === 'image' ? await measure(kept) : {width: null, height: null};
    await files.storage.put(storageKey(row), kept);
    const {rows} = await sql`
      update file set state = 'finished', size = ${kept.size}, width = ${width}, height = ${height}, expires_at = ${new Date(now() + files.lifetime)}
      where organisation = ${organisation} and id = ${id} and state = 'open' returning id`.execute(db);
    // Whoever sent it may have ended it meanwhile.
    if (rows.length === 0) await files.storage.remove(storageKey(row));
    await files.receiver.remove(id);
  });
}

function copy(from: Response, to: Headers, names: readonly string[]): void {
  for (const name of names) {
    const value = from.headers.get(name);
    if (value !== null) to.set(name, value);
  }
}

const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed', 403: 'malformed', 404: 'not-found', 409: 'upload-conflict', 410: 'upload-expired', 412: 'tus-version', 413: 'too-large', 415: 'unsupported-media-type',
};
const words: Partial<Record<ProblemCode, string>> = {
  'upload-conflict': 'The upload is not where this piece begins. Ask how far it has come.',
  'upload-expired': 'What had come of this upload is gone. Begin anew.',
  'too-large': 'More came than the upload was said to have.',
};

async function toRefusal(answer: Response): Promise<Error> {
  const code = codes[answer.status];
  const said = (await answer.text()).trim();
  return code ? new Refusal(code, words[code] ?? (said || 'The upload cannot be taken like this.')) : new Error(`tus: ${answer.status} ${said}`);
}
