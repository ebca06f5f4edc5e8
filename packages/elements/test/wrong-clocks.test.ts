import {expect} from '@open-wc/testing';
import {memoryStorage, SocialLearningError} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {GivenBackend, postOf} from './support/given-backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type} from './support/mount.ts';
import {ann} from './support/people.ts';

const day = 86_400_000;
const timeOf = (post: Element) => post.querySelector('time')!.textContent;

describe('a clock a day off', () => {
  for (const [name, offset] of [['ahead', day], ['behind', -day]] as const) {
    it(`of the page, ${name}: times are said by that of the server, from the first moment on`, async () => {
      const given = new GivenBackend([postOf(1)]);
      let send: (() => void) | undefined;
      const sent = new Promise<void>(resolve => (send = resolve));
      const backend = given.as(ann);
      const element = await mountThread(clientFor({...backend, call: async (called, input, options) => {
        if (called === 'posts.create') await sent;
        return backend.call(called, input, options);
      }}, {now: () => Date.now() + offset}));
      expect(timeOf(posts(element)[0]!)).to.equal('2 hours ago');
      await type(element, 'Just now');
      button(element, 'Post')!.click();
      const post = await seen(() => posts(element)[1], 'the post on its way');
      expect(timeOf(post)).to.equal('now');
      send!();
      await seen(() => !post.classList.contains('sending'), 'the acknowledgement');
      expect(timeOf(post)).to.equal('now');
    });

    it(`of the page, ${name}: one signs in to the real server, posts, and is read by others`, async () => {
      const subject = newSubject();
      const element = await mountThread(clientFor(await backendAs('pieter'), {now: () => Date.now() + offset}), {subject});
      await type(element, 'On time');
      button(element, 'Post')!.click();
      await seen(() => posts(element)[0] && !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
      expect(timeOf(posts(element)[0]!)).to.equal('now');
      const reader = await mountThread(clientFor(await backendAs('femke')), {subject});
      expect([texts(reader), timeOf(posts(reader)[0]!)]).to.deep.equal([['On time'], 'now']);
    });

    it(`of the backend, ${name}: what it says of itself is believed`, async () => {
      const given = new GivenBackend([postOf(1, {createdAt: new Date(Date.now() + offset - 7_200_000).toISOString()})]);
      given.serverTime = () => new Date(Date.now() + offset).toISOString();
      const element = await mountThread(clientFor(given.as(ann)));
      await seen(() => timeOf(posts(element)[0]!) === '2 hours ago' || (element.reload(), false), 'the time');
    });
  }

  it('of who wrote: nothing is said to come from the future', async () => {
    const given = new GivenBackend([postOf(1, {createdAt: new Date(Date.now() + day).toISOString()})]);
    const element = await mountThread(clientFor(given.as(ann)));
    expect(timeOf(posts(element)[0]!)).to.equal('now');
  });

  it('that is none at all: times are said by that of the page, and the visit is kept', async () => {
    const given = new GivenBackend([postOf(1)]);
    given.serverTime = () => 'half past never';
    const drafts = memoryStorage();
    const client = clientFor(given.as(ann), {drafts});
    const element = await mountThread(client);
    expect(timeOf(posts(element)[0]!)).to.equal('2 hours ago');
    await seen(() => client.drafts.read(`visited/${postOf(1).thread}`), 'the visit');
  });

  it('whose token the server refuses is told in words, and what is there can be read', async () => {
    const element = await mountThread(clientFor(new GivenBackend([postOf(1)]).as(ann, {
      'me.read': () => {
        throw new SocialLearningError('token-clock-skew', 'Its time is not ours.');
      },
    })));
    await seen(() => root(element).querySelector('[role=alert]')?.textContent?.includes('clock'), 'the reason');
    expect(texts(element)).to.deep.equal(['Post 1']);
    await expect(element).to.be.accessible();
  });
});
