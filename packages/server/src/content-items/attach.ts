import {fileFormats, type ContentItem, type Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {fileColumns, type FileRow} from '../files/rows.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import type {Trx} from '../store/transaction.ts';
import type {ItemRow} from './rows.ts';

/** A WebM may be a recording of a voice alone, which its name does not tell. */
const fits = (kind: ContentItem['kind'], {format}: FileRow): boolean =>
  fileFormats[format].kind === kind || (kind === 'audio' && format === 'webm');

/** Makes a finished upload of somebody's own part of their item. Another's is not there. */
export async function attachMedia(trx: Trx, item: Pick<ItemRow, 'organisation' | 'id' | 'author' | 'kind'>, file: string): Promise<void> {
  const row = await takeFile(trx, item, file, '/file');
  if (!fits(item.kind, row)) throw new Refusal('invalid', `This file is no ${item.kind}. Share it as ${fileFormats[row.format].kind}.`, {field: '/file'});
  await join(trx, row, item.id, {role: 'media', language: null, label: null, place: 0});
}

type Captions = NonNullable<Input<'content.create'>['captions']>;

/** Makes these the captions of an item. Those that it had and has no more are left to expire. */
export async function attachCaptions(
  trx: Trx, item: Pick<ItemRow, 'organisation' | 'id' | 'author' | 'kind'>, captions: Captions, now: number,
): Promise<void> {
  if (captions.length > 0 && item.kind !== 'video' && item.kind !== 'audio') {
    throw new Refusal('invalid', 'Only a video or a recording has captions.', {field: '/captions'});
  }
  if (new Set(captions.map(({language}) => language.toLowerCase())).size !== captions.length) {
    throw new Refusal('invalid', 'There are two captions in the same language. Leave one out.', {field: '/captions'});
  }
  await sql`
    update file set item = null, role = null, expires_at = ${new Date(now)}
    where organisation = ${item.organisation} and item = ${item.id} and role = 'captions'`.execute(trx);
  for (const [place, {file, language, label = null}] of captions.entries()) {
    const row = await takeFile(trx, item, file, `/captions/${place}/file`);
    if (row.format !== 'vtt') throw new Refusal('invalid', 'Captions are WebVTT files.', {field: `/captions/${place}/file`});
    await join(trx, row, item.id, {role: 'captions', language, label, place});
  }
}

async function takeFile(trx: Trx, {organisation, author}: Pick<ItemRow, 'organisation' | 'author'>, file: string, field: string): Promise<FileRow> {
  const {rows: [row]} = await sql<FileRow>`
    select ${fileColumns} from file f where f.organisation = ${organisation} and f.id = ${file} and f.owner = ${author} for update`.execute(trx);
  if (!row || row.state === 'expired') throw notFound();
  if (row.state !== 'finished') throw new Refusal('invalid', 'This file is not all here yet. Let its upload finish first.', {field});
  if (row.item !== null || row.post !== null) throw new Refusal('invalid', 'This file is part of something else already. Upload it again.', {field});
  return row;
}

async function join(trx: Trx, {organisation, id}: FileRow, item: string, as: Pick<FileRow, 'role' | 'language' | 'label'> & {place: number}): Promise<void> {
  await sql`
    update file set item = ${item}, expires_at = null, role = ${as.role}, language = ${as.language}, label = ${as.label}, place = ${as.place}
    where organisation = ${organisation} and id = ${id}`.execute(trx);
}
