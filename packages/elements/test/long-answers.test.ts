import {expect} from '@open-wc/testing';
import type {Backend, Person} from '@social-learning/sdk';
import {GivenBackend, idOf, postOf} from './support/given-backend.ts';
import {button, clientFor, mountThread, placeThread, posts, root, seen, texts} from './support/mount.ts';
import {ann} from './support/people.ts';

const count = 250;
const numbers = Array.from({length: count}, (_, index) => index + 1);
const conversation = () => new GivenBackend(numbers.map(number => postOf(number)));

describe('an answer with more posts than a page has', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('is shown whole, in its order, and can be taken part in', async () => {
    const element = await mountThread(clientFor(conversation().as(ann)));
    await seen(() => posts(element).length === count, 'all posts');
    expect(texts(element)).to.deep.equal(numbers.map(number => `Post ${number}`));
    expect(button(element, /^Show more/), 'nothing more to ask for').to.equal(undefined);
    await seen(() => posts(element).at(-1)!.querySelector('[data-act=reply]'), 'the button to reply to the last');
  });

  it('has each post once and in its place, where a backend repeats and shuffles them, and one presses twice to read it again', async () => {
    const given = new GivenBackend([...numbers, ...numbers].reverse().map(number => postOf(number)));
    const spoilt = given.posts[400]!;
    const {content} = spoilt;
    spoilt.content = 7 as never;
    const element = await placeThread(clientFor(given.as(ann)));
    const again = await seen(() => button(element, 'Try again'), 'the button to try again');
    spoilt.content = content;
    again.click();
    again.click();
    await seen(() => posts(element).length === count, 'all posts');
    expect(texts(element)).to.deep.equal(numbers.map(number => `Post ${number}`));
  });

  it('is still whole for who signs in while it is shown', async () => {
    const given = conversation();
    let person: Person | null = null;
    const backend: Backend = {...given.as(null), call: (...input) => given.as(person).call(...input)};
    const client = clientFor(backend);
    const element = await placeThread(client);
    await seen(() => posts(element).length > 0, 'the first posts');
    person = ann;
    await client.refresh();
    await seen(() => posts(element).length === count && root(element).querySelector('.write'), 'all posts, and the way to write');
    expect(texts(element)).to.deep.equal(numbers.map(number => `Post ${number}`));
  });

  it('leads to a post beyond the page that the address names', async () => {
    location.hash = `#sl-post-${idOf(240)}`;
    const element = await placeThread(clientFor(conversation().as(ann)));
    await seen(() => root(element).activeElement?.getAttribute('data-post') === idOf(240), 'the focus on the post');
  });

  it('shows the first at once, and the rest when the browser has nothing better to do', async () => {
    const {promise, resolve} = Promise.withResolvers<undefined>();
    const element = await placeThread(clientFor(conversation().as(ann), {idle: () => promise}));
    await seen(() => posts(element).length > 0, 'the first posts');
    expect(posts(element).length).to.be.at.most(20);
    resolve(undefined);
    await seen(() => posts(element).length === count, 'all posts');
  });

  it('is refused where a post beyond the page is none, and read again when one asks for it', async () => {
    const given = conversation();
    const {content} = given.posts[180]!;
    given.posts[180]!.content = '<p>HTML</p>' as never;
    const element = await placeThread(clientFor(given.as(ann)));
    await seen(() => root(element).querySelector('[role=alert]'), 'the alert');
    expect(texts(element).join()).not.to.contain('HTML');
    given.posts[180]!.content = content;
    (await seen(() => button(element, 'Try again'), 'the button to try again')).click();
    await seen(() => posts(element).length === count, 'all posts');
    expect(texts(element)[180]).to.equal('Post 181');
    expect(root(element).querySelector('[role=alert]')).to.equal(null);
  });
});
