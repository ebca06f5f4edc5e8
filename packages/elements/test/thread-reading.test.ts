import {expect} from '@open-wc/testing';
import {SocialLearningError, type Backend, type Post} from '@social-learning/sdk';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {GivenBackend, postOf} from './support/given-backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, placeThread, posts, root, seen, texts} from './support/mount.ts';
import {ann, bob} from './support/people.ts';

const key = () => ({key: newId()});

async function post(backend: Backend, subject: string, source: string, parent?: string): Promise<Post> {
  return (await backend.call('posts.create', {subject: {key: subject}, source, ...(parent && {parent})}, key())).post;
}

describe('reading a thread', () => {
  it('shows posts in the order of reading, with who wrote them and when', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    const first = await post(array.as(ann), subject, 'First');
    await post(array.as(bob), subject, 'Second');
    await post(array.as(bob), subject, 'A reply to the first', first.id);
    const element = await mountThread(clientFor(array.as(ann)), {subject});
    expect(texts(element)).to.deep.equal(['First', 'A reply to the first', 'Second']);
    const [, reply] = posts(element);
    expect(reply!.querySelector('.author')!.textContent).to.equal('Bob de Wit');
    expect(reply!.querySelector('time')!.dateTime).to.match(/^\d{4}-.*Z$/);
    expect(reply!.querySelector('.context')!.textContent).to.equal('In reply to Ann Bakker');
    expect(root(element).querySelector('.count')!.textContent).to.equal('3 posts');
  });

  it('is accessible with posts, when empty, and to a guest', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    const first = await post(array.as(ann), subject, 'First');
    await post(array.as(bob), subject, 'A reply', first.id);
    for (const [person, about] of [[ann, subject], [ann, newSubject()], [null, subject]] as const) {
      const element = await mountThread(clientFor(array.as(person)), {subject: about});
      await seen(() => root(element).querySelector('.write, slot[name="signed-out"]'), 'the end of the thread');
      await expect(element).to.be.accessible();
    }
  });

  it('invites to begin where nobody has said anything', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)));
    expect(root(element).querySelector('.empty')!.textContent).to.contain('Nobody has said anything here yet');
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('fetches the rest of a long thread by itself, and has all of it in the page', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    for (let number = 0; number < 130; number++) await post(array.as(bob), subject, `Post ${number}`);
    const element = await mountThread(clientFor(array.as(ann)), {subject});
    await seen(() => posts(element).length === 130, 'all posts');
    expect(texts(element)).to.deep.equal(Array.from({length: 130}, (_, number) => `Post ${number}`));
  });

  it('says why it could not be read, and reads when asked again', async () => {
    const array = new ArrayBackend().as(ann);
    let broken = true;
    const backend: Backend = {
      ...array,
      call: async (name, input, options) => {
        if (broken && name === 'threads.read') throw new SocialLearningError('unavailable', 'Down.');
        return array.call(name, input, options);
      },
    };
    const element = await mountThread(clientFor(backend));
    const alert = await seen(() => root(element).querySelector('[role="alert"]'), 'the alert');
    await seen(() => alert.textContent!.includes('The server has a problem just now.'), 'the reason');
    await expect(element).to.be.accessible();
    broken = false;
    button(element, 'Try again')!.click();
    await seen(() => root(element).querySelector('.empty'), 'the thread');
  });

  it('refuses an answer of another shape instead of showing it', async () => {
    const array = new ArrayBackend().as(ann);
    const backend: Backend = {
      ...array,
      call: async (name, input, options) => {
        const output = await array.call(name, input, options);
        return name === 'threads.read' ? ({...(output as object), posts: {items: [{id: 1}], before: null, after: null}} as never) : output;
      },
    };
    const element = await mountThread(clientFor(backend));
    await seen(() => root(element).querySelector('[role="alert"]'), 'the alert');
    expect(posts(element)).to.have.length(0);
  });

  it('copies code, also before what stands around the posts has come', async () => {
    const {requestIdleCallback} = globalThis;
    const {writeText} = navigator.clipboard;
    const copied: string[] = [];
    globalThis.requestIdleCallback = () => 0;
    navigator.clipboard.writeText = text => Promise.resolve(void copied.push(text));
    try {
      const given = new GivenBackend([postOf(1, {content: {type: 'root', children: [{type: 'code', lang: 'sql', value: 'select 1'}]}})]);
      const element = await placeThread(clientFor(given.as(ann)));
      (await seen(() => button(element, 'Copy'), 'the button to copy')).click();
      await seen(() => copied.length > 0, 'the copy');
      expect(copied).to.deep.equal(['select 1']);
      await seen(() => root(element).querySelector('[role="status"]')!.textContent === 'The code is copied.', 'what is said of it');
    } finally {
      globalThis.requestIdleCallback = requestIdleCallback;
      navigator.clipboard.writeText = writeText;
    }
  });

  it('speaks the language of its place, and changes it', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)), {lang: 'nl-BE'});
    await seen(() => root(element).querySelector('.empty')?.textContent?.includes('Hier heeft nog niemand iets gezegd'), 'Dutch');
    element.lang = 'en';
    await seen(() => root(element).querySelector('.empty')?.textContent?.includes('Nobody has said anything'), 'English');
  });

  it('leaves no listener and no request behind when it is taken out', async () => {
    const array = new ArrayBackend().as(ann);
    const client = clientFor(array);
    const element = await mountThread(client);
    const store = client.thread({subject: element.subject!}, {order: 'oldest'});
    expect((store.$state as unknown as {lc: number}).lc).to.be.greaterThan(0);
    element.remove();
    expect((store.$state as unknown as {lc: number}).lc).to.equal(0);
  });
});
