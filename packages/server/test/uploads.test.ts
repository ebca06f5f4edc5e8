import assert from 'node:assert/strict';
import {createHash, randomBytes} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {Problem} from '@social-learning/protocol';
import {openFiles} from '@social-learning/server/node';
import {sql} from 'kysely';
import {createWorld, type Reply} from './support/world.ts';
import {exif, gif, jpeg, jpegSegment, mp4, pdf, png, pngChunk, vtt, wav, webp, webpChunk} from './support/sample-files.ts';
import {announce, filesFolder, send, tus, upload} from './support/uploads.ts';

const folder = filesFolder();
let time = Date.now();
const quota = 4_000_000;
const organisationQuota = 12_000_000;
const lifetime = 600_000;
const world = await createWorld({now: () => time, files: {...openFiles(folder), quota, organisationQuota, lifetime, sizes: {image: 100_000, video: 3_000_000}}});
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const dee = await world.signIn('Dee');
const crowd = await Promise.all(['Eva', 'Fay', 'Gus', 'Hal'].map(name => world.signIn(name)));
const stranger = await world.signIn('Ida', {organisation: 'blue'});
const {db} = world.app.services.store;
const codeOf = ({status, body}: Reply): [number, string] => [status, (body as Problem).code];
const words = (value: string) => new Uint8Array(Buffer.from(value));
const onDisk = () => readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(({name}) => name);
const rowsOf = async (id: string) => (await sql<{state: string}>`select state from file where id = ${id}`.execute(db)).rows;

/** A file as it was kept. */
async function kept(id: string): Promise<Buffer> {
  return readFileSync(join(folder, 'kept', world.organisations['red']!, id));
}

test('a file that is what it says is kept as it came, byte for byte, however it was cut', async () => {
  const bytes = mp4(randomBytes(300_000).toString('latin1'));
  const {headers} = await announce(world, ann, 'film.mp4', bytes.length, 'video/mp4');
  const address = headers.get('location')!;
  for (let offset = 0; offset < bytes.length;) {
    const reply = await send(world, ann, address, offset, bytes.slice(offset, offset + 70_001));
    assert.equal(reply.status, 204, reply.text);
    offset = Number(reply.headers.get('upload-offset'));
  }
  const id = address.split('/').at(-1)!;
  assert.equal(createHash('sha256').update(await kept(id)).digest('hex'), createHash('sha256').update(bytes).digest('hex'));
  assert.deepEqual(onDisk().filter(name => name.startsWith(id)), [id]);
});

test('F8: whoever speaks tus wrongly is told so', async () => {
  const {headers} = await announce(world, ann, 'tone.wav', 1_000);
  const address = headers.get('location')!;
  assert.deepEqual(codeOf(await send(world, ann, address, 5, words('x'))), [409, 'upload-conflict']);
  assert.deepEqual(codeOf(await send(world, ann, address, 0, words('x'), {'tus-resumable': '0.9'})), [412, 'tus-version']);
  assert.deepEqual(codeOf(await world.request('PATCH', address, {visitor: ann})), [412, 'tus-version']);
  assert.deepEqual(codeOf(await send(world, ann, address, 0, words('x'), {'content-type': 'application/json'})), [415, 'unsupported-media-type']);
  assert.deepEqual(codeOf(await send(world, ann, address, 0, new Uint8Array(1_001))), [413, 'too-large']);
  const hash = createHash('sha1').update('abc').digest('base64');
  assert.deepEqual(codeOf(await send(world, ann, address, 0, words('abd'), {'upload-checksum': `sha1 ${hash}`})), [460, 'checksum-mismatch']);
  assert.deepEqual(codeOf(await send(world, ann, address, 0, words('abd'), {'upload-checksum': 'crc32 00'})), [400, 'malformed']);
  const right = await send(world, ann, address, 0, words('abc'), {'upload-checksum': `sha1 ${hash}`});
  assert.equal(right.headers.get('upload-offset'), '3');
  for (const method of ['GET', 'POST', 'PUT']) assert.equal((await world.request(method, address, {visitor: ann, headers: tus})).status, 405);
});

test('F8: an upload is its maker’s alone', async () => {
  const {headers} = await announce(world, ann, 'tone.wav', 1_000);
  const address = headers.get('location')!;
  for (const method of ['HEAD', 'DELETE']) assert.equal((await world.request(method, address, {visitor: bob, headers: tus})).status, 404);
  assert.equal((await send(world, bob, address, 0, words('x'))).status, 404);
  assert.equal((await send(world, await world.signIn('Cy', {organisation: 'blue'}), address, 0, words('x'))).status, 404);
  assert.equal((await send(world, undefined, address, 0, words('x'))).status, 401);
  assert.equal((await announce(world, undefined, 'tone.wav', 1_000)).status, 401);
  assert.equal((await world.request('HEAD', address, {visitor: ann, headers: tus})).headers.get('upload-offset'), '0');
  assert.equal((await world.request('DELETE', address, {visitor: ann, headers: tus})).status, 204);
  assert.equal((await world.request('HEAD', address, {visitor: ann, headers: tus})).status, 404);
  assert.deepEqual(onDisk().filter(name => name.startsWith(address.split('/').at(-1)!)), []);
});

test('F8: of two pieces at once one is taken', async () => {
  const bytes = wav(1_000);
  const {headers} = await announce(world, ann, 'tone.wav', bytes.length);
  const address = headers.get('location')!;
  const half = bytes.slice(0, 500);
  const replies = await Promise.all([send(world, ann, address, 0, half), send(world, ann, address, 0, half)]);
  assert.deepEqual(replies.map(({status}) => status).toSorted(), [204, 409]);
  assert.equal((await send(world, ann, address, 500, bytes.slice(500))).status, 204);
  assert.deepEqual(codeOf(await send(world, ann, address, bytes.length, words('x'))), [409, 'upload-conflict']);
  assert.deepEqual(await kept(address.split('/').at(-1)!), Buffer.from(bytes));
});

test('F8: what is not finished in time is gone, and so is what nobody uses', async () => {
  const {headers} = await announce(world, bob, 'tone.wav', 1_000);
  const address = headers.get('location')!;
  const unused = await upload(world, bob, 'tone.wav', wav());
  assert.ok(Date.parse(headers.get('upload-expires')!) > time);
  time += lifetime + 1;
  assert.deepEqual(codeOf(await send(world, bob, address, 0, words('x'))), [410, 'upload-expired']);
  const {reapFiles} = await import('../src/files/reap.ts');
  await reapFiles(world.app.services);
  assert.deepEqual(codeOf(await send(world, bob, address, 0, words('x'))), [410, 'upload-expired']);
  const {rows} = await sql<{used: string}>`select coalesce(sum(size), 0) as used from file where owner = ${bob.id} and state <> 'expired'`.execute(db);
  assert.equal(Number(rows[0]!.used), 0);
  const ids = [address.split('/').at(-1)!, unused.id];
  assert.deepEqual(onDisk().filter(name => ids.some(id => name.startsWith(id))), []);
});

test('F5: what is too large, empty, of no known length or more than one may have is refused before anything is stored', async () => {
  const before = onDisk().length;
  assert.deepEqual(codeOf(await announce(world, bob, 'a.png', 100_001)), [413, 'too-large']);
  assert.deepEqual(codeOf(await announce(world, bob, 'a.png', 0)), [422, 'invalid']);
  for (const length of ['-1', '1e3', '1.5', '', '99999999999999999999']) assert.deepEqual(codeOf(await announce(world, bob, 'a.png', length)), [400, 'malformed']);
  assert.deepEqual(codeOf(await announce(world, bob, 'a.png', 10, '', {'upload-defer-length': '1'})), [400, 'malformed']);
  assert.equal((await announce(world, dee, 'a.mp4', 3_000_000)).status, 201);
  assert.deepEqual(codeOf(await announce(world, dee, 'a.mp4', 1_000_001)), [413, 'quota-spent']);
  const many = await Promise.all(Array.from({length: 8}, () => announce(world, dee, 'a.mp4', 400_000)));
  assert.equal(many.filter(({status}) => status === 201).length, 2);
  assert.equal(onDisk().length, before + 6);
});

const zipped = new Uint8Array(Buffer.from('504b0304140000000000', 'hex'));
const refused: readonly [string, Uint8Array<ArrayBuffer>, string?][] = [
  ['picture.svg', words('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'],
  ['page.html', words('<!doctype html><script>alert(1)</script>'), 'text/html'],
  ['page.xht', words('<html xmlns="http://www.w3.org/1999/xhtml"/>')], ['page.xml', words('<?xml version="1.0"?>')], ['page.htc', words('<public:component/>')],
  ['film.mp4', words('<!doctype html><script>alert(1)</script>'), 'video/mp4'], ['picture.png', words('<svg onload="alert(1)"/>'), 'image/png'],
  ['picture.png', jpeg(), 'image/png'], ['picture.png', png(), 'image/jpeg'], ['picture.jpg', png(), 'image/jpeg'], ['sound.mp3', wav(), 'audio/mpeg'],
  ['paper.pdf', zipped, 'application/pdf'], ['all.zip', zipped, 'application/zip'], ['program.exe', words('MZ')], ['.htaccess', words('x')], ['noname', png()],
  ['picture.png.html', png(), 'image/png'], ['picture.php', png(), 'image/png'],
];
for (const [name, bytes, type] of refused) {
  test(`F1, F2, F7: ${name} declared as ${type ?? 'nothing'} is refused, and nothing is left of it`, async () => {
    const before = onDisk();
    const reply = await upload(world, bob, name, bytes, type);
    assert.deepEqual(codeOf(reply), [415, 'unsupported-media-type'], reply.text);
    assert.deepEqual(onDisk(), before);
    if (reply.id) assert.deepEqual(await rowsOf(reply.id), []);
  });
}

const samples = new URL('../../../../shared/data/security/uploads/', import.meta.url);
for (const name of ['SVG_XSS1.svg', 'h5sc-test.html', 'zip-symlink.zip']) {
  test(`F1, F7: the sample ${name} is refused under any name`, {skip: !existsSync(new URL(name, samples))}, async () => {
    const bytes = new Uint8Array(readFileSync(new URL(name, samples)));
    for (const given of [name, 'film.mp4', 'picture.png', 'paper.pdf', 'captions.vtt']) {
      const {status} = await upload(world, bob, given, bytes);
      assert.ok(status === 415 || status === 422, `${given}: ${status}`);
    }
  });
}
for (const name of ['h5sc-test.gif', 'xss_comment_exif_metadata_double_quote.png']) {
  test(`F3: of the sample ${name} nothing is kept but a picture`, {skip: !existsSync(new URL(name, samples))}, async () => {
    const reply = await upload(world, bob, name, new Uint8Array(readFileSync(new URL(name, samples))));
    if (reply.status !== 204) assert.ok([415, 422].includes(reply.status), reply.text);
    else assert.doesNotMatch((await kept(reply.id)).toString('latin1'), /script|onerror|onload|alert/i);
  });
}

test('F3: pictures lose what they tell of places and devices, and what stands behind their end, but stay upright', async () => {
  const secret = /GPS|52\.09|xmpmeta|script|Photoshop/;
  const behind = words('<script>alert(1)</script>');
  const given = {
    'a.jpg': new Uint8Array(Buffer.concat([jpeg([jpegSegment(0xe1, exif(6)), jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'), jpegSegment(0xed, 'Photoshop 3.0'), jpegSegment(0xe2, 'MPF\0GPS'), jpegSegment(0xe0, 'JFXX\0GPS'), jpegSegment(0xfe, '<script>')]), behind])),
    'a.png': new Uint8Array(Buffer.concat([png([pngChunk('eXIf', exif(6)), pngChunk('tEXt', 'Comment\0<script>'), pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>'), pngChunk('zTXt', 'GPS')]), behind])),
    'a.webp': webp(),
    'a.gif': gif('<script>alert(1)</script>'),
  };
  for (const [name, bytes] of Object.entries(given)) {
    assert.match(Buffer.from(bytes).toString('latin1'), secret);
    const {status, id, text} = await upload(world, ann, name, bytes);
    assert.equal(status, 204, `${name}: ${text}`);
    assert.doesNotMatch((await kept(id)).toString('latin1'), secret, name);
  }
  const {id} = await upload(world, ann, 'b.jpg', jpeg([jpegSegment(0xe1, exif(6))]));
  const orientation = (await kept(id)).indexOf(Buffer.from('011200030000000100060000', 'hex'));
  assert.ok(orientation > 0);
  for (const [name, bytes] of Object.entries({'c.png': png(), 'c.jpg': jpeg()})) assert.deepEqual(await kept((await upload(world, ann, name, bytes)).id), Buffer.from(bytes));
});

test('pictures with lengths that lie are refused, at every place where they can be cut', async () => {
  const {cleanGif} = await import('../src/files/metadata/gif.ts');
  const {cleanJpeg} = await import('../src/files/metadata/jpeg.ts');
  const {cleanPng} = await import('../src/files/metadata/png.ts');
  const {cleanWebp} = await import('../src/files/metadata/webp.ts');
  const all = [[cleanPng, png()], [cleanJpeg, jpeg([jpegSegment(0xe1, exif(6))])], [cleanWebp, webp()], [cleanGif, gif('x')]] as const;
  for (const [clean, bytes] of all) {
    clean(bytes);
    for (let length = 0; length < bytes.length; length++) {
      try {
        clean(bytes.slice(0, length));
      } catch (error) {
        assert.equal((error as Error).name, 'Refusal', `${clean.name} at ${length}: ${(error as Error).stack}`);
      }
    }
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 127, 255]) {
        const changed = bytes.slice();
        changed[at] = value;
        try {
          assert.ok(clean(changed).length <= bytes.length + 40);
        } catch (error) {
          assert.equal((error as Error).name, 'Refusal', `${clean.name} at ${at}: ${(error as Error).stack}`);
        }
      }
    }
  }
});

test('F6: a picture that unfolds to more than a screen can take is refused', async () => {
  assert.deepEqual(codeOf(await upload(world, bob, 'a.png', png([], 60_000, 60_000))), [422, 'invalid']);
  assert.deepEqual(codeOf(await upload(world, bob, 'a.jpg', jpeg([], 65_000, 65_000))), [422, 'invalid']);
  // The head says 8 by 8, the picture 16 384 by 16 384.
  for (const picture of [webpChunk('VP8L', Uint8Array.of(0x2f, 0xff, 0xff, 0xff, 0x0f)), webpChunk('VP8 ', Uint8Array.of(0, 0, 0, 0x9d, 1, 0x2a, 0xff, 0x3f, 0xff, 0x3f))]) {
    assert.deepEqual(codeOf(await upload(world, bob, 'a.webp', webp(picture))), [422, 'invalid']);
  }
});

test('captions are read strictly, and kept without styles', async () => {
  const {id, status} = await upload(world, ann, 'film.vtt', vtt(
    'STYLE\n::cue{background:url(https://evil.example)}\n\nNOTE x\n\n1\n00:01.000 --> 00:02.500 align:start background:red\n<v Ann>Hello <b.loud>you</b> <img src=x onerror=alert(1)>\n\n00:03.000 --> 00:04.000\nBye\n'));
  assert.equal(status, 204);
  assert.equal((await kept(id)).toString(), 'WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n<v Ann>Hello <b>you</b> &lt;img src=x onerror=alert(1)>\n\n00:03.000 --> 00:04.000\nBye\n');
  for (const cues of ['00:02.000 --> 00:01.000\nx', '0:01 --> 0:02\nx', '00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny', 'no times\nx']) {
    const reply = await upload(world, ann, 'film.vtt', vtt(cues));
    assert.deepEqual(codeOf(reply), [422, 'invalid'], cues);
    assert.match((reply.body as Problem).detail, /line \d/);
  }
  assert.equal((await upload(world, ann, 'film.vtt', words('00:01.000 --> 00:02.000\nx'))).status, 422);
});

test('every format that is taken is taken', async () => {
  for (const [name, bytes, type] of [['a.pdf', pdf(), 'application/pdf'], ['a.wav', wav(), 'audio/x-wav'], ['a.m4a', mp4(), 'audio/mp4'], ['a.jpeg', jpeg(), 'image/jpeg']] as const) {
    assert.equal((await upload(world, ann, name, bytes, type)).status, 204, name);
  }
});

test('F5: an organisation has so much room, however many people ask for it, and another has its own', async () => {
  const answers = await Promise.all(crowd.map(person => announce(world, person, 'a.mp4', 3_000_000)));
  assert.ok(answers.some(({status}) => status === 201));
  const refused = answers.find(({status}) => status !== 201)!;
  assert.deepEqual([refused.status, (refused.body as {code: string}).code, 'limit' in (refused.body as object)], [413, 'quota-spent', false]);
  const {rows: [row]} = await sql<{used: number}>`select sum(size)::float8 as used from file where organisation = ${world.organisations['red']!}`.execute(db);
  assert.ok(row!.used <= organisationQuota);
  assert.equal((await announce(world, stranger, 'a.mp4', 3_000_000)).status, 201);
});
