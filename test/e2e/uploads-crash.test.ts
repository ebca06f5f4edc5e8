import assert from 'node:assert/strict';
import {createHash, randomBytes} from 'node:crypto';
import {after, test} from 'node:test';
import {createId, type Output} from '@social-learning/protocol';
import {startMortalServer} from '../support/mortal-server.ts';

const server = await startMortalServer();
after(() => server.stop());

const newKey = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const accessToken = await signIn();

async function signIn(): Promise<string> {
  const {token} = (await (await fetch(`${server.url}/demo/token?person=amara`, {method: 'POST'})).json()) as {token: string};
  const reply = await fetch(`${server.url}/v1/session`, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({token})});
  return ((await reply.json()) as Output<'session.create'>).accessToken;
}

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
  fetch(new URL(path, server.url), {method, headers: {'authorization': `Bearer ${accessToken}`, 'tus-resumable': '1.0.0', ...headers}, ...(body !== undefined && {body, duplex: 'half'})});

async function act<Name extends 'content.create' | 'content.publish'>(path: string, input: object): Promise<Output<Name>> {
  const reply = await ask('POST', path, {'content-type': 'application/json', 'idempotency-key': newKey()}, JSON.stringify(input));
  assert.equal(reply.status, 200, await reply.clone().text());
  return (await reply.json()) as Output<Name>;
}

test('P7: an upload goes on after kill -9 in the middle of it, and what comes out is what went in, byte for byte', async () => {
  const head = Buffer.from('000000186674797069736f6d0000020069736f6d6d703431', 'hex');
  const bytes = new Uint8Array(Buffer.concat([head, Buffer.from('009c4008', 'hex'), Buffer.from('mdat'), randomBytes(10_240_000)]));
  const piece = 1_048_576;
  const announced = await ask('POST', '/v1/uploads', {
    'upload-length': String(bytes.length), 'upload-metadata': `filename ${btoa('film.mp4')},filetype ${btoa('video/mp4')}`,
  });
  assert.equal(announced.status, 201, await announced.text());
  const address = announced.headers.get('location')!;
  const send = (offset: number, body: BodyInit) => ask('PATCH', address, {'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream'}, body);
  const look = async () => Number((await ask('HEAD', address)).headers.get('upload-offset'));

  let acknowledged = 0;
  let resent = 0;
  for (const kill of [2, 5, 8]) {
    while (acknowledged < kill * piece) acknowledged = Number((await send(acknowledged, bytes.slice(acknowledged, acknowledged + piece))).headers.get('upload-offset'));
    // Half a piece is on its way when it dies.
    const halves = [bytes.slice(acknowledged, acknowledged + piece / 2)];
    const half = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = halves.shift();
        if (next) return controller.enqueue(next);
        await server.kill();
        controller.error(new Error('cut'));
      },
    }, {highWaterMark: 0});
    await assert.rejects(send(acknowledged, half));
    await server.restart();
    const found = await look();
    assert.ok(found >= acknowledged, 'What was acknowledged is there.');
    resent = Math.max(resent, acknowledged + piece - found);
    acknowledged = found;
  }
  assert.ok(resent <= piece);
  while (acknowledged < bytes.length) {
    const reply = await send(acknowledged, bytes.slice(acknowledged, acknowledged + piece));
    assert.equal(reply.status, 204, await reply.text());
    acknowledged = Number(reply.headers.get('upload-offset'));
  }

  const {item} = await act<'content.create'>('/v1/content', {kind: 'video', title: 'Film', file: address.split('/').at(-1), space: 'onboarding'});
  await act<'content.publish'>('/v1/content-publications', {item: item.id});
  await server.kill();
  await server.restart();
  const {media} = (await (await ask('GET', `/v1/content/item?item=${item.id}`)).json()) as Output<'content.read'>;
  const reply = await fetch(media!.url);
  const hash = (given: Uint8Array) => createHash('sha256').update(given).digest('hex');
  assert.equal(hash(new Uint8Array(await reply.arrayBuffer())), hash(bytes));
});
