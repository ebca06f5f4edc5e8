import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {ask, createWorld} from './support/world.ts';

const world = await createWorld();
const ann = await world.signIn('Ann');
const moderator = await world.signIn('Moderator', {roles: ['moderator']});

test('what a post said before an edit is there for all who may read it, with the reason', async () => {
  const {post} = await ask(world, ann, {source: 'The dor is open.'});
  await world.call('posts.edit', {post: post.id, revision: 1, source: 'The door is open.', reason: ' A letter was missing. '}, ann);
  await world.call('posts.edit', {post: post.id, revision: 2, source: 'The door is closed.'}, ann);
  const {revisions} = await world.call('revisions.list', {post: post.id});
  assert.deepEqual(revisions.map(({revision, source, reason}) => [revision, source, reason]), [
    [3, 'The door is closed.', null], [2, 'The door is open.', 'A letter was missing.'], [1, 'The dor is open.', null],
  ]);
  assert.equal(revisions.at(-1)!.at, post.createdAt);
  assert.equal((await world.refusal('posts.edit', {post: post.id, revision: 3, source: 'x', reason: 'x'.repeat(201)}, ann)).field, '/reason');
});

test('nothing is left of what a post said before it was hidden or removed', async () => {
  const {post} = await ask(world, ann, {source: 'A secret word'});
  await world.call('posts.edit', {post: post.id, revision: 1, source: 'Better not'}, ann);
  await world.call('cases.decide', {target: {type: 'post', id: post.id}, revision: 0, action: 'hide', reason: 'x'}, moderator);
  assert.equal((await world.refusal('revisions.list', {post: post.id})).code, 'gone');
  assert.equal((await world.call('revisions.list', {post: post.id}, ann)).revisions.length, 2);
  await world.call('posts.remove', {post: post.id}, ann);
  assert.equal((await world.refusal('revisions.list', {post: post.id}, ann)).code, 'gone');
  assert.deepEqual((await sql`select 1 from post_revision where post = ${post.id}`.execute(world.app.services.store.db)).rows, []);
});
