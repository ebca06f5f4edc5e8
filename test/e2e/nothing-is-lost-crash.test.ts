import assert from 'node:assert/strict';
import {after, afterEach, before, test} from 'node:test';
import type {Backend} from '@social-learning/sdk';
import type {Browser, BrowserContext, Page} from 'playwright';
import {startMortalServer, type MortalServer} from '../support/mortal-server.ts';
import {allSent, apiAs, newKey, newSubject, open, post, send, shown, space, textsOn, type, watchText} from '../support/people.ts';
import {startBrowser} from '../support/product.ts';

const steps = {
  'received': 'when it has heard of a post',
  'before-commit': 'just before it commits a post',
  'after-commit': 'just after it has committed a post',
  'before-answer': 'just before it answers',
} as const;

let server: MortalServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const subject = newSubject();
/** Everything that the server said it has. */
const acknowledged: string[] = [];

const reader = (): Backend => apiAs(server.url, 'joris');

before(async () => {
  browser = await startBrowser();
  server = await startMortalServer();
  context = await browser.newContext();
  page = await open(context, server.url, subject, 'amara');
});
afterEach(async () => {
  const there = await textsOn(reader(), subject);
  assert.deepEqual(acknowledged.filter(text => there.filter(each => each === text).length !== 1), [], 'not there exactly once');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [step, when] of Object.entries(steps)) {
  for (const withDatabase of [false, true]) {
    const who = withDatabase ? 'a server that is killed with its database' : 'a server that is killed';
    test(`${who} ${when} loses nothing and doubles nothing`, async () => {
      const earlier = `Said before ${who} ${when}`;
      await post(apiAs(server.url, 'joris'), subject, earlier);
      acknowledged.push(earlier);

      const text = `Said while ${who} ${when}`;
      await server.dieAt(step as keyof typeof steps, withDatabase);
      await type(page, text);
      const missing = await watchText(page, text);
      await send(page);
      await server.death;
      await shown(page, text).waitFor();
      await server.restart();
      await allSent(page);
      acknowledged.push(text);
      assert.equal(await missing(), 0);
    });
  }
}

test('what was acknowledged to many at once is there after everything was killed, and a second sending doubles none of it', async () => {
  const writers = await Promise.all(['tomas', 'sanne', 'priya', 'lena'].map(person => apiAs(server.url, person)));
  const answered: string[] = [];
  const sent: {writer: Backend; key: string; text: string}[] = [];
  const write = async (writer: Backend, name: number) => {
    for (let number = 0; ; number++) {
      const text = `Writer ${name} says ${number}`;
      const key = newKey();
      sent.push({writer, key, text});
      await writer.call('posts.create', {space, subject: {key: subject}, source: text}, {key});
      answered.push(text);
      if (answered.length === 60) void server.kill(true);
    }
  };
  // Each goes on until the server is gone.
  await Promise.allSettled(writers.map(write));
  await server.death;
  await server.restart();

  const there = async () => (await textsOn(reader(), subject)).filter(text => text.startsWith('Writer '));
  const before = await there();
  assert.deepEqual(answered.filter(text => !before.includes(text)), [], 'acknowledged and not there');
  for (const {writer, key, text} of sent) await writer.call('posts.create', {space, subject: {key: subject}, source: text}, {key});
  assert.deepEqual((await there()).toSorted(), sent.map(({text}) => text).toSorted());
});
