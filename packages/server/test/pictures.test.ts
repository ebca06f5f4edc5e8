import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limits, pictureOf, type Content, type Id} from '@social-learning/protocol';
import {exif, jpeg, jpegSegment, mp4, png} from './support/sample-files.ts';
import {announce, temporaryFiles, upload} from './support/uploads.ts';
import {createWorld, newKey, type Visitor} from './support/world.ts';

const world = await createWorld({files: temporaryFiles()});
const ann = await world.signIn('Ann');
const bob = await world.signIn('Bob');
const moderator = await world.signIn('Mo', {roles: ['moderator']});

let count = 0;
const newSubject = () => ({key: `pictures/${++count}`});

/** Posts pictures of one's own; gives the ids of the post and of the files. */
async function show(visitor: Visitor, amount = 1, space?: string): Promise<{post: Id; files: Id[]; content: Content}> {
  const files: Id[] = [];
  for (let number = 0; number < amount; number++) files.push((await upload(world, visitor, 'scanner.png', png([], 8, 6))).id);
  const source = files.map(file => `![The scanner](file:${file})`).join('\n\n');
  const {post} = await world.call('posts.create', {subject: newSubject(), source, ...(space && {space})}, visitor);
  return {post: post.id, files, content: post.content!};
}

/** Every image of a tree. */
function imagesOf(content: Content): {url: string; alt?: string | null | undefined}[] {
  return content.children.flatMap(node => (node.type === 'paragraph' ? node.children : [])).flatMap(node => (node.type === 'image' ? [node] : []));
}

const codeOf = async (file: Id, visitor?: Visitor) => (await world.refusal('files.read', {file}, visitor)).code;

async function fetchPicture(file: Id, visitor?: Visitor): Promise<number> {
  const {url} = await world.call('files.read', {file}, visitor);
  const {pathname, search} = new URL(url);
  return (await world.request('GET', pathname + search)).status;
}

test('a picture of one’s own stands in a post with its size, and is there for whoever may read it', async () => {
  const {files: [file], content} = await show(ann);
  const [image] = imagesOf(content);
  assert.equal(image!.alt, 'The scanner');
  assert.deepEqual(pictureOf(image!.url), {file, width: 8, height: 6});
  for (const visitor of [ann, bob, undefined]) assert.equal(await fetchPicture(file!, visitor), 200);
});

test('a page without script shows it, at an address that is good as long as the post is there', async () => {
  const {post} = await show(ann);
  const {headers, text} = await world.request('GET', `/thread?${new URLSearchParams({subject: `pictures/${count}`})}`);
  assert.match(headers.get('content-security-policy')!, /; img-src 'self';/);
  const [image] = /<img[^>]*>/.exec(text) ?? [];
  assert.match(image!, / alt="The scanner" width="8" height="6"/);
  const {origin, pathname, search} = new URL(/src="([^"]+)"/.exec(image!)![1]!.replaceAll('&#x26;', '&'));
  assert.equal(origin, new URL(/<link rel="canonical" href="([^"]+)"/.exec(text)![1]!).origin);
  assert.equal((await world.request('GET', pathname + search)).status, 200);
  await world.call('posts.remove', {post}, ann);
  assert.equal((await world.request('GET', pathname + search)).status, 404);
});

test('a picture that lies on its side is measured as it is shown', async () => {
  const {id} = await upload(world, ann, 'photo.jpg', jpeg([jpegSegment(0xe1, exif(6))], 40, 30));
  const {post} = await world.call('posts.create', {subject: newSubject(), source: `![x](file:${id})`}, ann);
  assert.deepEqual(pictureOf(imagesOf(post.content!)[0]!.url), {file: id, width: 30, height: 40});
});

test('of a picture that is somebody else’s, is none, or is not there, only the words stay', async () => {
  const {id: foreign} = await upload(world, bob, 'scanner.png', png());
  const {id: film} = await upload(world, ann, 'film.mp4', mp4());
  const {files: [used]} = await show(ann);
  for (const file of [foreign, film, used!, newKey()]) {
    const {post} = await world.call('posts.create', {subject: newSubject(), source: `See ![the words](file:${file})`}, ann);
    assert.deepEqual(imagesOf(post.content!), []);
    assert.match(JSON.stringify(post.content), /the words/);
  }
});

test('an unfinished upload and too many pictures are refused, and nothing is posted', async () => {
  const address = (await announce(world, ann, 'scanner.png', 50)).headers.get('location')!;
  const open = address.split('/').at(-1)!;
  const refusal = await world.refusal('posts.create', {subject: newSubject(), source: `![x](file:${open})`}, ann);
  assert.deepEqual([refusal.code, refusal.field], ['invalid', '/source']);
  const many = Array.from({length: limits.pictures + 1}, () => `![x](file:${newKey()})`).join(' ');
  const tooMany = await world.refusal('posts.create', {subject: newSubject(), source: many}, ann);
  assert.deepEqual([tooMany.code, tooMany.limit], ['invalid', limits.pictures]);
});

test('a picture is seen where its post is: hidden, removed or edited out, it is gone', async () => {
  const {post, files: [first, second]} = await show(ann, 2);
  await world.call('cases.decide', {target: {type: 'post', id: post}, revision: 0, action: 'hide', reason: 'Names on it.'}, moderator);
  assert.equal(await codeOf(first!, bob), 'not-found');
  for (const visitor of [ann, moderator]) assert.equal(await fetchPicture(first!, visitor), 200);
  await world.call('cases.decide', {target: {type: 'post', id: post}, revision: 1, action: 'restore'}, moderator);
  assert.equal(await fetchPicture(first!, bob), 200);
  const {post: edited} = await world.call('posts.edit', {post, revision: 1, source: `![Still here](file:${first})`}, ann);
  assert.equal(imagesOf(edited.content!).length, 1);
  assert.equal(await codeOf(second!, bob), 'not-found');
  await world.call('posts.remove', {post}, ann);
  assert.equal(await codeOf(first!, bob), 'not-found');
});

test('a picture of a closed space is there for its members alone, and one of nothing yet for its owner', async () => {
  const {files: [inside]} = await show(ann, 1, 'inside');
  assert.equal(await fetchPicture(inside!, bob), 200);
  assert.equal(await codeOf(inside!), 'not-found');
  const {id: own} = await upload(world, ann, 'scanner.png', png());
  assert.equal(await fetchPicture(own, ann), 200);
  for (const visitor of [bob, moderator, undefined]) assert.equal(await codeOf(own, visitor), 'not-found');
});
