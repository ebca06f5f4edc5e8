import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endpoints, feedPath, problemStatus, type EndpointName, type Problem} from '@social-learning/protocol';
import {ask, createWorld, newKey, publicUrl} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const {post, thread} = await ask(world, ann, {subject: {key: 'http'}, source: 'x'.repeat(3_000)});
const json = {'content-type': 'application/json'};
const send = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const reply = await world.request('POST', '/v1/posts', {visitor: ann, body, headers: {...json, 'idempotency-key': newKey(), ...headers}});
  return {...reply, body: reply.body as Problem};
};
const count = async () => (await world.call('threads.list', {}, ann)).items.reduce((sum, {posts}) => sum + posts, 0);

test('B1: fields that are not of the request are refused and named', async () => {
  for (const field of ['role', 'points', 'author', 'authorId', 'organisation', 'tenantId', 'createdAt', 'state', 'accepted', 'id']) {
    const {status, body} = await send(JSON.stringify({subject: {key: 'http'}, source: 'x', [field]: 1}));
    assert.deepEqual([status, body.code, body.field], [422, 'invalid', `/${field}`]);
    assert.ok(body.detail.includes(field));
  }
  assert.equal((await send('{"subject":{"key":"x","hash":"y"},"source":"x"}')).body.field, '/subject/hash');
  assert.equal((await world.request('GET', '/v1/thread?subject=x&role=admin')).status, 422);
  assert.equal((await world.request('GET', '/v1/thread?subject=x&subject=y')).status, 422);
  assert.equal((await world.request('POST', '/v1/posts?x=1', {visitor: ann, body: '{}', headers: {...json, 'idempotency-key': newKey()}})).status, 422);
  assert.equal((await world.request('GET', '/v1/me?__proto__=1')).status, 422);
});

test('B2, B4: bodies that mean harm or nothing get a 4xx that says what is wrong, and change nothing', async () => {
  const before = await count();
  const good = '{"subject":{"key":"http"},"source":"x"}';
  const bad: Record<string, BodyInit> = {
    'proto': '{"__proto__":{"polluted":true},"subject":{"key":"http"},"source":"x"}',
    'constructor': '{"constructor":{"prototype":{"polluted":true}},"subject":{"key":"http"},"source":"x"}',
    'escaped proto': '{"\\u005f_proto__":{},"subject":{"key":"http"},"source":"x"}',
    'toString': '{"toString":1,"subject":{"key":"http"},"source":"x"}',
    'twice': '{"source":"y","subject":{"key":"http"},"source":"x"}',
    'twice within': '{"subject":{"key":"http","key":"other"},"source":"x"}',
    'too large a number': '{"subject":{"key":"http"},"source":"x","n":1e400}',
    'NaN': '{"subject":{"key":"http"},"source":NaN}',
    'text for an object': '{"subject":"http","source":"x"}', 'number for text': '{"subject":{"key":"http"},"source":1}',
    'null': 'null', 'array': '[]', 'text': '"x"', 'empty': '', 'open': '{"subject":', 'rest': `${good}x`, 'comment': `${good}//`,
    'single quotes': "{'source':'x'}", 'trailing comma': '{"source":"x",}', 'control character': '{"source":"a\nb"}', 'octal': '{"a":01}',
    'lone surrogate': '{"subject":{"key":"http"},"source":"\\ud800"}', 'other half': '{"subject":{"key":"http"},"source":"a\\udc00b"}',
    'U+0000': '{"subject":{"key":"http"},"source":"a\\u0000b"}', 'U+0000 in a key': '{"a\\u0000":1}',
    'byte order mark': `\uFEFF${good}`, 'not UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    'overlong UTF-8': new Uint8Array([...Buffer.from('{"source":"'), 0xc0, 0xaf, ...Buffer.from('"}')]),
    'surrogate in UTF-8': new Uint8Array([...Buffer.from('{"source":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]),
    'deep': `{"source":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'deep objects': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    'blank source': '{"subject":{"key":"http"},"source":" \\n\\t "}', 'long source': JSON.stringify({subject: {key: 'http'}, source: 'x'.repeat(20_001)}),
    'long title': JSON.stringify({subject: {key: 'http', title: 'x'.repeat(201)}, source: 'x'}),
    'script address': JSON.stringify({subject: {key: 'http', url: 'javascript:alert(1)'}, source: 'x'}),
    'odd parent': JSON.stringify({subject: {key: 'http'}, parent: "' or 1=1 --", source: 'x'}),
  };
  for (const [name, body] of Object.entries(bad)) {
    const reply = await send(body);
    assert.ok([400, 422].includes(reply.status), `${name}: ${reply.text}`);
    assert.ok(reply.body.detail.length > 10 && reply.body.detail.length < 300, `${name}: ${reply.body.detail}`);
  }
  assert.equal((await send(bad['twice within']!)).body.field, '/subject/key');
  assert.equal((await send(bad['lone surrogate']!)).body.field, '/source');
  assert.equal((await send(bad['long source']!)).body.limit, 20_000);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.equal(await count(), before);
});

test('G3: a body that is too large is not read to its end', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
  const request = new Request(`${publicUrl}/v1/posts`, {
    method: 'POST', body: endless, duplex: 'half', headers: {...json, 'idempotency-key': newKey(), 'authorization': `Bearer ${ann.accessToken}`},
  } as RequestInit);
  assert.equal((await world.app.fetch(request)).status, 413);
  assert.ok(given < 1_000_000);
  assert.equal((await send('x'.repeat(200_000))).body.limit, 131_072);
});

test('text comes back byte for byte', async () => {
  for (const source of ['\r\n a \u00a0\u200b\u202e e\u0301 é 💥 \u{10FFFF}\t', '-0 1e308 NaN \\u0000 "\'`', '<b>&amp;</b>\u2028\u2029', '\u0001\u007f\uFFFE']) {
    const made = await world.call('posts.create', {subject: {key: 'bytes'}, source}, ann);
    assert.equal((await world.call('sources.read', {post: made.post.id}, ann)).source, source);
  }
});

test('D1: only registered origins may read, each by its exact name', async () => {
  const ask = (origin: string, method = 'GET') => world.request(method, '/v1/spaces', {headers: {origin}});
  const good = await ask('https://red.example');
  assert.equal(good.headers.get('access-control-allow-origin'), 'https://red.example');
  assert.equal(good.headers.get('access-control-allow-credentials'), null);
  for (const origin of [
    'https://evil.example', 'null', 'http://red.example', 'https://red.example:8443', 'https://red.example.evil.example', 'https://evil-red.example',
    'https://RED.example', 'https://red.example/', 'http://localhost:4400', 'x'.repeat(5_000),
  ]) {
    for (const method of ['GET', 'OPTIONS', 'POST']) {
      const {headers} = await ask(origin, method);
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
      assert.match(headers.get('vary')!, /Origin/);
    }
  }
  const flight = await ask('https://red.example', 'OPTIONS');
  assert.equal(flight.status, 204);
  assert.ok(flight.headers.get('access-control-allow-headers')!.includes('idempotency-key') && flight.headers.get('access-control-max-age'));
  assert.equal((await ask('https://evil.example', 'OPTIONS')).status, 403);
});

test('a guest belongs to the organisation that registered the page’s origin, else to the default one', async () => {
  const organisation = async (headers: Record<string, string>) =>
    ((await world.request('GET', '/v1/me', {headers})).body as {organisation: {name: string}}).organisation.name;
  assert.equal(await organisation({}), 'RED');
  assert.equal(await organisation({origin: 'https://blue.example'}), 'BLUE');
});

test('D2: what a form or a plain text can send does nothing', async () => {
  const before = await count();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'application/json; charset=latin1', '']) {
    const {status} = await send('{"subject":{"key":"http"},"source":"x"}', {'content-type': type});
    assert.equal(status, 415, type);
  }
  assert.equal((await send('{}', {'content-encoding': 'gzip'})).status, 415);
  for (const [method, path] of [['GET', '/v1/removals'], ['HEAD', '/v1/posts'], ['PUT', '/v1/posts'], ['DELETE', '/v1/posts'], ['PATCH', '/v1/edits'], ['POST', '/v1/thread'], ['POST', feedPath], ['TRACE_', '/v1/me']] as const) {
    const reply = await world.request(method, path, {visitor: ann});
    assert.equal(reply.status, 405, `${method} ${path}`);
    assert.ok(reply.headers.get('allow'));
  }
  assert.equal(await count(), before);
});

test('D9, D10: every answer carries the headers that keep it harmless', async () => {
  const paths = [...new Set([...Object.values(endpoints).map(({path}) => path), '/healthz', '/openapi.json', '/nothing', '/v1/<script>'])];
  for (const path of paths) {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const {headers, text} = await world.request(method, path, {visitor: ann});
      const about = `${method} ${path}`;
      assert.equal(headers.get('x-content-type-options'), 'nosniff', about);
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin', about);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', about);
      assert.match(headers.get('content-security-policy')!, /default-src 'none'/, about);
      assert.ok(headers.get('strict-transport-security'), about);
      // What is the same for everybody has an ETag and is asked for anew each time; nothing else is kept anywhere.
      assert.equal(headers.get('cache-control'), headers.has('etag') ? 'no-cache' : 'no-store', about);
      assert.match(headers.get('content-type') ?? 'application/json; charset=utf-8', /^application\/(problem\+)?json; charset=utf-8$/, about);
      assert.ok(!text.includes('<script>'), about);
    }
  }
});

test('a page is the same bytes for all who may see it, and is not sent twice', async () => {
  const path = '/v1/thread?subject=http';
  const first = await world.request('GET', path);
  const second = await world.request('GET', path, {visitor: ann});
  assert.equal(first.text, second.text);
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  const etag = first.headers.get('etag')!;
  const unchanged = await world.request('GET', path, {headers: {'if-none-match': etag}});
  assert.deepEqual([unchanged.status, unchanged.text], [304, '']);
  const packed = await world.app.fetch(new Request(publicUrl + path, {headers: {'accept-encoding': 'gzip'}}));
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  const text = await new Response(packed.body!.pipeThrough(new DecompressionStream('gzip'))).text();
  assert.equal(text, first.text);
  await world.call('posts.react', {post: post.id, kind: 'thanks', on: true}, ann);
  const changed = await world.request('GET', path, {headers: {'if-none-match': etag}});
  assert.equal(changed.status, 200);
  assert.ok(changed.text.includes('"thanks":1'));
  await ask(world, ann, {space: 'inside', subject: {key: 'private'}});
  const inside = await world.request('GET', '/v1/thread?subject=private&space=inside', {visitor: ann});
  assert.equal(inside.headers.get('cache-control'), 'private, no-cache');
  assert.match(inside.headers.get('vary')!, /Authorization/);
});

test('A10: a page that was kept before a removal does not outlive it', async () => {
  const {post: wrong} = await world.call('posts.create', {subject: {key: 'kept page'}, source: 'mistaken words'}, ann);
  const path = '/v1/thread?subject=kept+page';
  const {headers} = await world.request('GET', path);
  await world.call('posts.remove', {post: wrong.id}, ann);
  const after = await world.request('GET', path, {headers: {'if-none-match': headers.get('etag')!}});
  assert.equal(after.status, 200);
  assert.ok(!after.text.includes('mistaken'));
});

test('every problem has its status, a code of the list, and tells nothing of the inside', async () => {
  const faults: unknown[] = [];
  const broken = await createWorld({onFault: error => faults.push(error)});
  const visitor = await broken.signIn('Ann');
  await broken.app.services.store.db.executeQuery({sql: 'alter table thread rename to hidden', parameters: [], query: {kind: 'RawNode'} as never, queryId: {queryId: 'x'}});
  const {status, body, text, headers} = await broken.raw('threads.list', {}, visitor);
  assert.deepEqual([status, (body as Problem).code], [500, 'internal']);
  assert.ok(!/thread|relation|sql|node_modules|\bat /i.test(text.replace(/"requestId":"[^"]*"/, '').replace('threads', '')), text);
  assert.equal(headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.equal(faults.length, 1);
  assert.ok((body as Problem).requestId);
  const samples = await Promise.all([world.refusal('posts.list', {thread: newKey()}), world.refusal('posts.list', {thread: thread.id, cursor: 'x'})]);
  for (const problem of samples) assert.equal(problemStatus[problem.code], problem.status);
});

test('the OpenAPI document names every endpoint that answers, and no other', async () => {
  const {body} = await world.request('GET', '/openapi.json');
  const {openapi, paths} = body as {openapi: string; paths: Record<string, Record<string, {operationId: string; responses: object}>>};
  assert.equal(openapi, '3.1.0');
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, {operationId}]) => `${operationId} ${method} ${path}`));
  const expected = (Object.keys(endpoints) as EndpointName[]).map(name => `${name} ${endpoints[name].method.toLowerCase()} ${endpoints[name].path}`);
  assert.deepEqual(operations.toSorted(), [...expected, `feed get ${feedPath}`].toSorted());
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) assert.notEqual((await world.request(method.toUpperCase(), path)).status, 405);
  }
});

test('G9: what looks like SQL is only text', async () => {
  for (const text of ["' or 1=1 --", "'; drop table post; --", '%', '\\', '$1', '{}', '%00', '\u{1F4A5}']) {
    const reply = await world.request('GET', `/v1/thread?${new URLSearchParams({subject: text})}`);
    assert.equal(reply.status, 200, text);
    assert.equal((await world.request('GET', `/v1/posts?${new URLSearchParams({thread: text})}`)).status, 422);
    assert.ok([404, 422].includes((await world.request('GET', `/v1/threads?${new URLSearchParams({space: text})}`)).status));
  }
  assert.equal((await world.request('GET', '/v1/thread?subject=%00')).status, 422);
  assert.equal((await world.request('GET', '/v1/threads?limit=1e9')).status, 422);
  assert.equal((await world.request('GET', '/v1/threads?limit=0')).status, 422);
});
