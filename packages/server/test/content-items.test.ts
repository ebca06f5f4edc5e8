import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Id, Input, Output, Problem} from '@social-learning/protocol';
import {sql} from 'kysely';
import {readFeed} from './support/feed-reader.ts';
import {png, vtt, wav} from './support/sample-files.ts';
import {announce, temporaryFiles, upload} from './support/uploads.ts';
import {createWorld, newKey, type Reply, type Visitor} from './support/world.ts';

let time = Date.now();
const world = await createWorld({now: () => time, files: temporaryFiles()});
const red = world.organisations['red']!;
const {db} = world.app.services.store;
const [ann, bob] = [await world.signIn('Ann'), await world.signIn('Bob')];
const mo = await world.signIn('Mo', {roles: ['moderator']});
const codeOf = ({status, body}: Reply): [number, string] => [status, (body as Problem).code];

async function draft(visitor: Visitor, input: Partial<Input<'content.create'>> = {}): Promise<Output<'content.create'>['item']> {
  const {id} = await upload(world, visitor, 'picture.png', png());
  return (await world.call('content.create', {kind: 'image', title: 'A point', file: id, ...input}, visitor)).item;
}

async function shared(visitor: Visitor, input: Partial<Input<'content.create'>> = {}) {
  const {id} = await draft(visitor, input);
  return (await world.call('content.publish', {item: id}, visitor)).item;
}

/** The address of the file of an item, for somebody, as a path. */
async function addressOf(item: Id, visitor?: Visitor): Promise<string> {
  const {pathname, search} = new URL((await world.call('content.read', {item}, visitor)).media!.url);
  return pathname + search;
}

const fetchFile = (address: string, headers: Record<string, string> = {}, method = 'GET') => world.request(method, address, {headers});

test('a draft is its author’s until it is published; then it is in the lists, and its file opens', async () => {
  const item = await draft(ann, {subject: {key: 'course/1', title: 'Course'}, description: 'One grey point.', skills: ['drawing'], alt: 'A grey point'});
  assert.deepEqual([item.state, item.author?.id, item.alt], ['draft', ann.id, 'A grey point']);
  assert.equal((await world.refusal('content.read', {item: item.id}, bob)).code, 'not-found');
  assert.equal((await world.refusal('content.publish', {item: item.id}, bob)).code, 'not-found');
  assert.deepEqual((await world.call('content.own', {}, ann)).items.map(({id}) => id), [item.id]);
  assert.deepEqual((await world.call('content.list', {})).items.items, []);

  const {item: published} = await world.call('content.publish', {item: item.id}, ann);
  assert.equal(published.state, 'published');
  assert.deepEqual(await world.call('content.publish', {item: item.id}, ann), {item: published});
  assert.deepEqual((await world.call('content.list', {subject: 'course/1'})).items.items, [published]);
  assert.deepEqual((await world.call('content.list', {subject: 'course/2'})).items.items, []);
  assert.deepEqual((await world.call('content.list', {kind: 'video'})).items.items, []);
  const {headers, status} = await fetchFile(await addressOf(item.id));
  assert.deepEqual(
    [status, ...['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition', 'cross-origin-resource-policy', 'content-length'].map(name => headers.get(name))],
    [200, 'image/png', 'nosniff', "sandbox; default-src 'none'", 'inline; filename="picture.png"', 'cross-origin', String(png().length)],
  );
  assert.match(headers.get('cache-control')!, /^private/);
});

test('F9: a file of somebody else, one that is not whole, and one that is used already are not taken', async () => {
  const {id} = await upload(world, ann, 'a.png', png());
  const unfinished = (await announce(world, bob, 'a.png', 100)).headers.get('location')!.split('/').at(-1)!;
  const create = (file: Id, visitor = bob) => world.refusal('content.create', {kind: 'image', title: 'x', file}, visitor);
  assert.deepEqual((await create(id)).status, 404);
  assert.deepEqual((await create(newKey())).status, 404);
  assert.equal((await create(unfinished)).code, 'invalid');
  assert.equal((await world.refusal('content.create', {kind: 'video', title: 'x', file: id}, ann)).field, '/file');
  await world.call('content.create', {kind: 'image', title: 'x', file: id}, ann);
  assert.equal((await create(id, ann)).field, '/file');
  assert.equal((await world.refusal('content.create', {kind: 'link', title: 'x'}, ann)).field, '/link');
  assert.equal((await world.refusal('content.create', {kind: 'link', title: 'x', link: 'javascript:alert(1)'}, ann)).code, 'invalid');
  assert.equal((await world.call('content.create', {kind: 'link', title: 'x', link: 'https://example.org/'}, ann)).item.link, 'https://example.org/');
});

test('F12: the address of a file is good for ten minutes, as it was given, as long as its person may see it', async () => {
  const {id} = await shared(ann);
  const address = await addressOf(id, bob);
  assert.equal((await fetchFile(address)).status, 200);
  for (const wrong of [
    address.replace(/signature=(.)/, (_, first) => `signature=${first === 'A' ? 'B' : 'A'}`), address.replace(bob.id, ann.id), address.replace(/expires=\d/, 'expires=9'), `${address}&expires=1`,
    address.replace(/signature=[^&]*/, ''), address.replace(red, world.organisations['blue']!), address.split('?')[0]!,
  ]) assert.equal((await fetchFile(wrong)).status, 403, wrong);

  await world.call('cases.decide', {target: {type: 'content', id}, revision: 0, action: 'hide', reason: 'x'}, mo);
  assert.equal((await fetchFile(address)).status, 404);
  assert.equal((await world.refusal('content.read', {item: id}, bob)).code, 'gone');
  assert.equal((await fetchFile(await addressOf(id, ann))).status, 200);
  await world.call('cases.decide', {target: {type: 'content', id}, revision: 1, action: 'restore', reason: 'x'}, mo);
  assert.equal((await fetchFile(address)).status, 200);
  await world.call('content.archive', {item: id}, ann);
  assert.equal((await fetchFile(address)).status, 404);
  await world.call('content.publish', {item: id}, ann);
  assert.equal((await fetchFile(address)).status, 200);

  await sql`update person set state = 'suspended' where organisation = ${red} and id = ${bob.id}`.execute(db);
  time += 3_000;
  assert.equal((await fetchFile(address)).status, 404);
  await sql`update person set state = 'active' where organisation = ${red} and id = ${bob.id}`.execute(db);
  time += 597_000;
  assert.equal((await fetchFile(address)).status, 403);
  time -= 600_000;
  const fresh = await addressOf(id);
  await world.call('content.remove', {item: id}, ann);
  assert.equal((await fetchFile(fresh)).status, 404);
});

test('F13: one range of a file is given, and nothing else', async () => {
  const visitor = await world.signIn('Rae');
  const {id: file} = await upload(world, visitor, 'tone.wav', wav(1_000));
  const {item} = await world.call('content.create', {kind: 'audio', title: 'Tone', file}, visitor);
  await world.call('content.publish', {item: item.id}, visitor);
  const address = await addressOf(item.id);
  const size = wav(1_000).length;
  const ask = (range: string, more: Record<string, string> = {}) => fetchFile(address, {range, ...more});
  for (const [range, said] of [['bytes=0-9', '0-9'], ['bytes=10-', `10-${size - 1}`], ['bytes=-5', `${size - 5}-${size - 1}`], ['bytes=0-99999999', `0-${size - 1}`]] as const) {
    const {status, headers} = await ask(range);
    assert.deepEqual([status, headers.get('content-range')], [206, `bytes ${said}/${size}`], range);
  }
  for (const range of [`bytes=${'0-,'.repeat(1_000)}`, 'bytes=0-1,2-3', 'bytes=-', 'bytes=-0', 'bytes=-1--5', 'bytes=5-2', `bytes=${size}-`, 'bytes=99999999999999999999-', 'items=0-1', 'bytes=a-b']) {
    const {status, headers} = await ask(range);
    assert.deepEqual([status, headers.get('content-range')], [416, `bytes */${size}`], range.slice(0, 40));
  }
  assert.equal((await ask('bytes=0-9', {'if-range': '"other"'})).status, 200);
  assert.equal((await fetchFile(address, {}, 'HEAD')).headers.get('content-length'), String(size));
  assert.equal((await fetchFile(address, {}, 'POST')).status, 405);
});

const names: readonly [string, RegExp][] = [
  ['../../etc/passwd.png', /^inline; filename="_.._etc_passwd\.png"$/], ['a\u0000b\r\nset-cookie: x=1.png', /^inline; filename="abset-cookie_ x=1\.png"$/],
  ['a".png', /^inline; filename="a_\.png"$/], ['gpj.\u202egnp.exe.png', /^inline; filename="gpj\.gnp\.exe\.png"$/], ['CON.png', /^inline; filename="_CON\.png"$/],
  ['con.txt.png', /^inline; filename="_con\.txt\.png"$/], ['LPT¹.png', /^inline; filename="_LPT_\.png"; filename\*=UTF-8''_LPT%C2%B9\.png$/],
  ['می\u200cخواهم.png', /%85%DB%8C%E2%80%8C%D8%AE/],
  ['.htaccess.png', /^inline; filename="htaccess\.png"$/], ['😀 été.png', /^inline; filename="__ _t_\.png"; filename\*=UTF-8''%F0%9F%98%80%20%C3%A9t%C3%A9\.png$/],
  [`${'x'.repeat(300)}.png`, /^inline; filename="x{150}\.png"$/],
];
for (const [name, expected] of names) {
  test(`F4: a file that is called ${JSON.stringify(name).slice(0, 40)} is given under a harmless name`, async () => {
    const {id} = await upload(world, mo, name, png());
    const {item} = await world.call('content.create', {kind: 'image', title: 'x', file: id}, mo);
    await world.call('content.publish', {item: item.id}, mo);
    assert.match((await fetchFile(await addressOf(item.id))).headers.get('content-disposition')!, expected);
  });
}

test('captions go with a film or a recording, in each language once', async () => {
  const visitor = await world.signIn('Cap');
  const {id: file} = await upload(world, visitor, 'tone.wav', wav());
  const captions = await upload(world, visitor, 'tone.vtt', vtt('00:00.000 --> 00:01.000\nTone\n'));
  const input = {kind: 'audio', title: 'Tone', file} as const;
  assert.equal((await world.refusal('content.create', {...input, captions: [{file, language: 'en'}]}, visitor)).field, '/captions/0/file');
  const {item} = await world.call('content.create', {...input, captions: [{file: captions.id, language: 'en', label: 'English'}]}, visitor);
  assert.deepEqual(item.captions, ['en']);
  const read = await world.call('content.read', {item: item.id}, visitor);
  const {pathname, search} = new URL(read.captions[0]!.url);
  const {headers, text} = await fetchFile(pathname + search);
  assert.equal(headers.get('content-type'), 'text/vtt; charset=utf-8');
  assert.match(text, /^WEBVTT/);
});

test('an edit names its revision, and is heard of', async () => {
  const visitor = await world.signIn('Edie');
  const item = await shared(visitor);
  const {topic, cursor} = await world.call('content.list', {});
  const feed = await readFeed(world, [topic], {cursor});
  const {item: edited} = await world.call('content.edit', {item: item.id, revision: 1, title: 'Another'}, visitor);
  await feed.until(() => feed.changes.length === 1);
  assert.deepEqual([edited.title, edited.revision, edited.alt], ['Another', 2, null]);
  assert.equal((await world.refusal('content.edit', {item: item.id, revision: 1, title: 'x'}, visitor)).code, 'revision-conflict');
  await world.call('content.archive', {item: item.id}, visitor);
  await feed.until(() => feed.changes.length === 2);
  assert.deepEqual(feed.changes.map(({verb, content}) => [verb, content?.state, content?.title]), [['edited', 'published', 'Another'], ['removed', 'archived', null]]);
  await feed.stop();
});

test('points come with what is published, and go with it', async () => {
  const visitor = await world.signIn('Pia');
  const total = async () => {
    await world.app.settled();
    return (await world.call('points.list', {}, visitor)).entries.items.reduce((sum, {points}) => sum + points, 0);
  };
  const {id} = await draft(visitor);
  assert.equal(await total(), 0);
  await world.call('content.publish', {item: id}, visitor);
  const earned = await total();
  assert.ok(earned > 0);
  await world.call('content.archive', {item: id}, visitor);
  assert.equal(await total(), 0);
  await world.call('content.publish', {item: id}, visitor);
  assert.equal(await total(), earned);
  await world.call('content.remove', {item: id}, visitor);
  assert.equal(await total(), 0);
});

test('nothing is left of what was removed', async () => {
  const visitor = await world.signIn('Rem');
  const item = await shared(visitor, {title: 'Secret words', description: 'Secret words'});
  assert.equal((await world.call('content.remove', {item: item.id}, visitor)).item.title, null);
  const {rows} = await sql`
    select 1 from intent where answer like '%Secret words%' union all select 1 from content_item where title = 'Secret words'
    union all select 1 from file where item = ${item.id}`.execute(db);
  assert.deepEqual(rows, []);
  assert.deepEqual((await world.call('content.own', {}, visitor)).items, []);
  assert.equal((await world.refusal('content.edit', {item: item.id, revision: 1, title: 'x'}, visitor)).code, 'gone');
});

test('where moderators look first, what is shared waits for them', async () => {
  const strict = await createWorld({files: temporaryFiles()}, {spaces: [{slug: 'open', name: 'Open', moderation: 'everything-first'}]});
  const [author, moderator] = [await strict.signIn('Ann'), await strict.signIn('Mo', {roles: ['moderator']})];
  assert.equal((await strict.call('content.terms', {}, author)).waits, true);
  const {item: {id}} = await strict.call('content.create', {kind: 'link', title: 'A link', link: 'https://example.org/'}, author);
  assert.equal((await strict.call('content.publish', {item: id}, author)).item.state, 'pending');
  assert.deepEqual((await strict.call('content.list', {})).items.items, []);
  const {cases} = await strict.call('cases.list', {}, moderator);
  assert.deepEqual([cases.items[0]!.waiting, cases.items[0]!.content.item?.title], [true, 'A link']);
  await strict.call('cases.decide', {target: {type: 'content', id}, revision: cases.items[0]!.revision, action: 'approve'}, moderator);
  assert.deepEqual((await strict.call('content.list', {})).items.items.map(item => item.id), [id]);
  assert.equal((await strict.call('content.edit', {item: id, revision: 1, title: 'Other', link: 'https://example.org/'}, author)).item.state, 'pending');
});

test('lists are paged without a gap or a double', async () => {
  const ids: Id[] = [];
  for (let index = 0; index < 5; index++) {
    time += 1_000;
    ids.unshift((await shared(await world.signIn('Page'), {space: 'inside', title: `${index}`})).id);
  }
  const visitor = await world.signIn('Page');
  const seen: Id[] = [];
  let cursor: string | undefined;
  do {
    const {items}: Output<'content.list'> = await world.call('content.list', {space: 'inside', limit: 2, ...(cursor && {cursor})}, visitor);
    seen.push(...items.items.map(({id}) => id));
    cursor = items.after ?? undefined;
  } while (cursor);
  assert.deepEqual(seen, ids);
});

test('a server without a place for files takes links alone', async () => {
  const plain = await createWorld();
  const visitor = await plain.signIn('Ann');
  assert.deepEqual((await plain.call('content.terms', {}, visitor)).kinds, []);
  assert.deepEqual(codeOf(await announce(plain, visitor, 'a.png', 10)), [404, 'not-found']);
});
