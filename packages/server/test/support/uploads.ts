import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Id} from '@social-learning/protocol';
import {openFiles} from '@social-learning/server/node';
import {atTheEnd} from './database.ts';
import type {Reply, Visitor, World} from './world.ts';

/** A folder for files, which goes with the test file. */
export function filesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'social-learning-files-'));
  atTheEnd(() => rm(folder, {recursive: true, force: true, maxRetries: 5}));
  return folder;
}

export const temporaryFiles = () => openFiles(filesFolder());

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What every request of an upload says. */
export const tus = {'tus-resumable': '1.0.0'};

export function announce(
  world: World, visitor: Visitor | undefined, name: string, size: number | string, type = '', headers: Record<string, string> = {},
): Promise<Reply> {
  const metadata = `filename ${base64(name)}${type ? `,filetype ${base64(type)}` : ''}`;
  return world.request('POST', '/v1/uploads', {visitor, headers: {...tus, 'upload-length': String(size), 'upload-metadata': metadata, ...headers}});
}

export function send(world: World, visitor: Visitor | undefined, address: string, offset: number, body: BodyInit, headers: Record<string, string> = {}): Promise<Reply> {
  return world.request('PATCH', address, {
    visitor, body, headers: {...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers},
  });
}

/** Uploads a file in one piece. Gives the last answer, and its id. */
export async function upload(world: World, visitor: Visitor, name: string, bytes: Uint8Array<ArrayBuffer>, type = ''): Promise<Reply & {id: Id}> {
  const announced = await announce(world, visitor, name, bytes.length, type);
  if (announced.status !== 201) return {...announced, id: ''};
  const address = announced.headers.get('location')!;
  return {...(await send(world, visitor, address, 0, bytes)), id: address.split('/').at(-1)!};
}
