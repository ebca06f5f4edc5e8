import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {afterEach, beforeEach, test} from 'node:test';
import type {FeedEvent} from '@social-learning/protocol';
import {createClient, defineBackend, type Client, type Me, type Space} from '@social-learning/sdk';

const watcher = {onChange: () => undefined, onReset: () => undefined};

/** From which cursors the feed was asked for, oldest first, and how to tell something on the newest stream. */
let asked: (readonly string[])[];
let tell: (event: FeedEvent) => void;
let client: Client;

beforeEach(() => {
  asked = [];
  const space: Space = {id: 's', slug: 'all', name: 'All', readers: 'everybody', posters: 'signed-in', reactions: []};
  const me: Me = {
    organisation: {id: 'o', name: 'O', timeZone: 'UTC'}, person: null, roles: [], memberships: [], space,
    limits: {source: 1, title: 1, depth: 1, editWindow: null, floodInterval: 0}, serverTime: new Date().toISOString(),
  };
  client = createClient({
    backend: defineBackend({'me.read': () => me}, (_topics, cursors, onEvent, signal) => {
      asked.push(cursors);
      tell = onEvent;
      onEvent({type: 'ready', cursor: '7'});
      return new Promise(resolve => signal.addEventListener('abort', () => resolve()));
    }),
  });
});

afterEach(() => client.close());

test('who watches a topic that others only wait in, hears from its own cursor on', async () => {
  client.feed.watch('topic', '', watcher);
  client.feed.watch('topic', '5', watcher);
  await until(() => asked.at(-1)?.join() === '5');
});

test('who watches a topic that is followed already, hears what came since it was read', async () => {
  client.feed.watch('topic', '5', watcher);
  await until(() => asked.at(-1)?.join() === '5');
  tell({type: 'reset', cursor: '9'});
  client.feed.watch('topic', '6', watcher);
  await until(() => asked.at(-1)?.includes('6') === true);
  assert.ok(asked.at(-1)!.includes('9'), 'the others go on from where they were');
});

test('who watches from where the feed is, opens no new stream', async () => {
  client.feed.watch('topic', '5', watcher);
  await until(() => asked.length === 1);
  client.feed.watch('topic', '5', watcher);
  client.feed.watch('other', '5', watcher);
  await until(() => asked.length === 2);
  assert.deepEqual(asked, [['5'], ['5']]);
});

async function until(holds: () => boolean): Promise<void> {
  const last = Date.now() + 10_000;
  while (!holds()) {
    assert.ok(Date.now() < last, `it came to nothing: ${JSON.stringify(asked)}`);
    await setImmediate();
  }
}
