import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PGlite} from '@electric-sql/pglite';
import {createApp} from '@social-learning/server';
import {createDemo} from '@social-learning/server/demo';
import {migrate} from '@social-learning/server';
import {pgliteStore} from '@social-learning/server/pglite';
import {readFeed} from './support/feed-reader.ts';
import {newKey, publicUrl} from './support/world.ts';

test('the same app runs over PGlite, as stories have it in the page', {timeout: 120_000}, async () => {
  const store = pgliteStore(new PGlite());
  await migrate(store);
  const demo = await createDemo(store, publicUrl);
  const app = await createApp({store, publicUrl});
  const token = (await (await demo(new Request('http://localhost/demo/token?person=amara', {method: 'POST'})))!.json()) as {token: string};
  const json = {'content-type': 'application/json'};
  const session = await app.fetch(new Request(`${publicUrl}/v1/session`, {method: 'POST', headers: json, body: JSON.stringify(token)}));
  const {accessToken} = (await session.json()) as {accessToken: string};
  const read = async () => (await (await app.fetch(new Request(`${publicUrl}/v1/thread?subject=onboarding%2Fday-1`))).json()) as {topic: string; cursor: string; thread: {posts: number}};
  const {topic, cursor, thread: {posts}} = await read();
  assert.ok(posts > 20);
  const feed = await readFeed({app}, [topic], {cursor});
  const replies = await Promise.all(Array.from({length: 10}, (_, index) => app.fetch(new Request(`${publicUrl}/v1/posts`, {
    method: 'POST', body: JSON.stringify({subject: {key: 'onboarding/day-1'}, source: `${index}`}),
    headers: {...json, 'authorization': `Bearer ${accessToken}`, 'idempotency-key': newKey()},
  }))));
  assert.ok(replies.every(({status}) => status === 200));
  await feed.until(() => feed.changes.length === 10);
  assert.equal((await read()).thread.posts, posts + 10);
  const asked = await app.fetch(new Request(`${publicUrl}/v1/posts`, {
    method: 'POST', body: JSON.stringify({subject: {key: 'scanner'}, kind: 'question', title: 'How do I reset the scanner?', source: 'x'}),
    headers: {...json, 'authorization': `Bearer ${accessToken}`, 'idempotency-key': newKey()},
  }));
  assert.equal(asked.status, 200);
  const found = await app.fetch(new Request(`${publicUrl}/v1/threads/search?text=scanner+reset`));
  assert.deepEqual(((await found.json()) as {items: {title: string}[]}).items.map(({title}) => title), ['How do I reset the scanner?']);
  await feed.stop();
  await app.close();
});
