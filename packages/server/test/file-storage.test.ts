import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {test} from 'node:test';
import {folderStorage, openFiles, s3Storage} from '@social-learning/server/node';
import {startS3} from './support/s3-server.ts';
import {filesFolder} from './support/uploads.ts';

const s3 = await startS3('key', 'secret');
const storages = {
  'a folder': folderStorage(filesFolder()),
  'S3': s3Storage({endpoint: s3.endpoint, bucket: 'bucket', key: 'key', secret: 'secret'}),
};

for (const [name, storage] of Object.entries(storages)) {
  test(`${name} gives back what it was given, whole and in parts, until it is removed`, async () => {
    const bytes = randomBytes(200_000);
    const read = async (start: number, end: number) => Buffer.from(await new Response(await storage.read('a/b-1', start, end)).arrayBuffer());
    assert.equal(await storage.size('a/b-1'), undefined);
    await storage.put('a/b-1', new Blob([bytes]));
    assert.equal(await storage.size('a/b-1'), bytes.length);
    assert.ok((await read(0, bytes.length)).equals(bytes));
    for (const [start, end] of [[0, 1], [70_000, 140_001], [199_999, 200_000]] as const) assert.ok((await read(start, end)).equals(bytes.subarray(start, end)));
    await storage.put('a/b-1', new Blob(['other']));
    assert.equal((await read(0, 5)).toString(), 'other');
    await storage.remove('a/b-1');
    await storage.remove('a/b-1');
    assert.equal(await storage.size('a/b-1'), undefined);
    await assert.rejects(read(0, 1));
  });
}

test('a store that refuses is an error, not an empty file', async () => {
  const stranger = s3Storage({endpoint: s3.endpoint, bucket: 'bucket', key: 'key', secret: 'other'});
  await assert.rejects(stranger.put('a/b', new Blob(['x'])), /403/);
  assert.equal(s3.objects.size, 0);
});

test('a store that is silent is given up', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const {port} = silent.address() as AddressInfo;
  const storage = s3Storage({endpoint: `http://127.0.0.1:${port}`, bucket: 'bucket', key: 'key', secret: 'secret', patience: 200});
  await Promise.all([storage.put('a/b', new Blob(['x'])), storage.read('a/b', 0, 1), storage.size('a/b'), storage.remove('a/b')]
    .map(attempt => assert.rejects(attempt, /not answered within/)));
  silent.closeAllConnections();
  silent.close();
});

test('what a server left of a file when it died goes with it', async () => {
  const folder = filesFolder();
  const storage = folderStorage(folder);
  await mkdir(join(folder, 'a'));
  await writeFile(join(folder, 'a/b.part'), 'half of i');
  await storage.put('a/b', new Blob(['all of it']));
  assert.deepEqual(await readdir(join(folder, 'a')), ['b']);
  await writeFile(join(folder, 'a/c.part'), 'half of i');
  await storage.remove('a/c');
  assert.deepEqual(await readdir(join(folder, 'a')), ['b']);
});

test('a folder takes no key that leads out of it', async () => {
  const storage = folderStorage(filesFolder());
  for (const key of ['../a', '/etc/passwd', 'a//b', 'a/../b', '']) await assert.rejects(async () => storage.put(key, new Blob(['x'])), /key/);
});

test('the environment chooses the store, and must name it whole', async () => {
  const folder = filesFolder();
  const settings = {SOCIAL_LEARNING_S3_ENDPOINT: s3.endpoint, SOCIAL_LEARNING_S3_BUCKET: 'bucket', SOCIAL_LEARNING_S3_KEY: 'key', SOCIAL_LEARNING_S3_SECRET: 'secret'};
  await openFiles(folder, settings).storage.put('x/y', new Blob(['x']));
  assert.deepEqual([...s3.objects.keys()], ['/bucket/x/y']);
  assert.throws(() => openFiles(folder, {...settings, SOCIAL_LEARNING_S3_SECRET: ''}), /SOCIAL_LEARNING_S3_SECRET/);
});

test('the environment says how much one may have, in bytes', () => {
  const {quota, organisationQuota} = openFiles(filesFolder(), {SOCIAL_LEARNING_PERSON_QUOTA: '5', SOCIAL_LEARNING_ORGANISATION_QUOTA: '7'});
  assert.deepEqual([quota, organisationQuota], [5, 7]);
  assert.throws(() => openFiles(filesFolder(), {SOCIAL_LEARNING_PERSON_QUOTA: '5 GB'}), /SOCIAL_LEARNING_PERSON_QUOTA must be a number of bytes/);
});
