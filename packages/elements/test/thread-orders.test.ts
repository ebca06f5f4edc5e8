import {expect} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import {limits, type Backend, type Id, type Post} from '@social-learning/sdk';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, placeThread, newSubject, posts, root, seen, texts} from './support/mount.ts';

/** A conversation of Pieter's, with Femke looking on. */
async function talk(...sources: readonly string[]): Promise<{backend: Backend; subject: string; posts: Post[]}> {
  const backend = await backendAs('pieter');
  const subject = newSubject();
  const made: Post[] = [];
  for (const source of sources) made.push(await say(backend, subject, source));
  return {backend, subject, posts: made};
}

async function say(backend: Backend, subject: string, source: string, parent?: Id): Promise<Post> {
  return (await backend.call('posts.create', {subject: {key: subject}, source, ...(parent && {parent})}, {key: newId()})).post;
}

const shown = (element: Element) => posts(element).filter(node => !node.hidden).map(node => node.querySelector('.body')!.textContent);
const orderOf = (element: Element) => root(element).querySelector<HTMLSelectElement>('[part=order]');

async function sort(element: ThreadElement, order: string): Promise<void> {
  const select = await seen(() => orderOf(element), 'the choice of an order');
  select.value = order;
  select.dispatchEvent(new Event('change'));
}

describe('the order of a thread', () => {
  it('is chosen by the reader, and new posts find their place in it', async () => {
    const {backend, subject, posts: [first, second]} = await talk('a', 'b', 'c');
    await say(backend, subject, 'a1', first!.id);
    await backend.call('posts.react', {post: second!.id, kind: 'thanks', on: true}, {key: newId()});
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    expect(texts(element)).to.deep.equal(['a', 'a1', 'b', 'c']);
    await sort(element, 'newest');
    await seen(() => texts(element).join() === 'c,b,a,a1', 'the newest first');
    await say(backend, subject, 'd');
    await say(backend, subject, 'a2', first!.id);
    await seen(() => texts(element).join() === 'd,c,b,a,a1,a2', 'what came live in its place');
    await sort(element, 'helpful');
    await seen(() => texts(element).join() === 'b,a,a1,a2,c,d', 'the most helpful first');
    await backend.call('posts.react', {post: second!.id, kind: 'thanks', on: false}, {key: newId()});
    await seen(() => posts(element)[0]!.querySelector('.reaction')!.textContent === 'Thanks', 'the thanks that were taken back');
    expect(texts(element)[0], 'nothing moves away from under a reader').to.equal('b');
    await sort(element, 'unanswered');
    await seen(() => texts(element).join() === 'b,c,d,a,a1,a2', 'the unanswered first');
    await expect(element).to.be.accessible();
  });

  it('is that of its attribute, and one’s own post comes where it belongs', async () => {
    const {subject} = await talk('a', 'b', 'c');
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    element.setAttribute('order', 'newest');
    await seen(() => texts(element).join() === 'c,b,a', 'the newest first');
    expect(orderOf(element)!.value).to.equal('newest');
    await seen(() => root(element).querySelector('.write'), 'the button to write');
    await element.write();
    const field = await seen(() => root(element).querySelector('textarea'), 'the composer');
    field.value = 'mine';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    button(element, 'Post')!.click();
    await seen(() => texts(element).join() === 'mine,c,b,a' && posts(element)[0]!.querySelector('.delivery')!.hasAttribute('hidden'), 'my post at the top');
  });

  it('shows the first replies of a post, and the others when asked', async () => {
    const {backend, subject, posts: [first]} = await talk('a', 'b');
    const replies = Array.from({length: limits.firstReplies + 3}, (_, index) => `r${index}`);
    for (const source of replies) await say(backend, subject, source, first!.id);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    const early = replies.slice(0, limits.firstReplies);
    expect(texts(element)).to.deep.equal(['a', ...early, 'b']);
    const more = button(element, 'Show 3 more replies')!;
    expect(more.closest('.post')!.querySelector('.body')!.textContent).to.equal(early.at(-1));
    await say(backend, subject, 'late', first!.id);
    await seen(() => button(element, 'Show 4 more replies'), 'one more to show');
    expect(texts(element)).to.have.length(limits.firstReplies + 2);
    more.click();
    await seen(() => texts(element).join() === ['a', ...replies, 'late', 'b'].join(), 'all replies');
    expect(root(element).querySelector('.further')).to.equal(null);
    await element.reload();
    expect(texts(element), 'what was asked for stays').to.deep.equal(['a', ...replies, 'late', 'b']);
  });

  it('moves no post when what stands around them comes', async () => {
    const {requestIdleCallback} = globalThis;
    const held: IdleRequestCallback[] = [];
    globalThis.requestIdleCallback = task => held.push(task);
    try {
      const {subject} = await talk('a', 'b', 'c');
      const element = await placeThread(clientFor(await backendAs('femke')), {subject});
      await seen(() => posts(element).length === 3, 'the posts');
      const places = () => posts(element).map(post => post.getBoundingClientRect().top - element.getBoundingClientRect().top);
      const before = places();
      expect(root(element).querySelector('.order, .write, .reaction')).to.equal(null);
      await seen(() => {
        for (const task of held.splice(0)) task({didTimeout: false, timeRemaining: () => 10});
        return ['.order', '.write', '.post:last-of-type .reaction', '[aria-pressed]'].every(part => root(element).querySelector(part));
      }, 'what stands around the posts');
      // The choice of one engine is a little higher than that of another.
      for (const [index, place] of places().entries()) expect(place).to.be.closeTo(before[index]!, 3);
    } finally {
      globalThis.requestIdleCallback = requestIdleCallback;
    }
  });

  it('leaves the focus on the choice of an order, from one to the next', async () => {
    const {subject} = await talk('a', 'b', 'c');
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    const choice = await seen(() => root(element).querySelector<HTMLSelectElement>('.order'), 'the choice');
    choice.focus();
    for (const [order, first] of [['newest', 'c'], ['oldest', 'a']] as const) {
      choice.value = order;
      choice.dispatchEvent(new Event('change'));
      await seen(() => element.order === order && texts(element)[0] === first, `the ${order} first`);
      expect(root(element).activeElement === choice, 'where the focus is').to.equal(true);
    }
  });

  it('leaves out no reply that came since the last visit', async () => {
    const {backend, subject, posts: [first]} = await talk('a');
    for (let number = 0; number < limits.firstReplies + 3; number++) await say(backend, subject, `r${number}`, first!.id);
    const client = clientFor(await backendAs('femke'));
    const before = await mountThread(client, {subject});
    await seen(() => root(before).querySelector('.write'), 'who reads');
    before.remove();
    client.drafts.write(`visited/${first!.thread}`, new Date(client.serverNow()).toISOString());
    await say(backend, subject, 'late', first!.id);
    const element = await mountThread(client, {subject});
    await seen(() => button(element, '1 new since your last visit'), 'that there is something new');
    expect(texts(element)).to.include('late');
  });

  it('folds replies away and shows them again, and a link to one of them unfolds it', async () => {
    const {backend, subject, posts: [first]} = await talk('a', 'b');
    const reply = await say(backend, subject, 'a1', first!.id);
    await say(backend, subject, 'a11', reply.id);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    const fold = button(element, /^Hide replies/)!;
    expect(fold.ariaExpanded).to.equal('true');
    fold.click();
    expect(shown(element)).to.deep.equal(['a', 'b']);
    const unfold = button(element, /^Show 1 reply/)!;
    expect(unfold.ariaExpanded).to.equal('false');
    expect(posts(element)[1]!.getAttribute('hidden'), 'find-in-page reaches it').to.equal('until-found');
    await say(backend, subject, 'a2', first!.id);
    await seen(() => texts(element).includes('a2'), 'a reply that came meanwhile');
    expect(shown(element)).to.deep.equal(['a', 'b']);
    posts(element)[2]!.dispatchEvent(new Event('beforematch', {bubbles: true}));
    expect(shown(element)).to.deep.equal(['a', 'a1', 'a11', 'a2', 'b']);
    button(element, /^Hide replies/)!.click();
    location.hash = `#sl-post-${reply.id}`;
    await seen(() => root(element).activeElement === posts(element)[1], 'the post of the link');
    expect(shown(element)).to.include('a1');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('loses no press that lasts while buttons beside it come and go', async () => {
    const {backend, subject, posts: [first]} = await talk('a');
    await say(backend, subject, 'a1', first!.id);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    await seen(() => button(element, /^Reply/), 'the button to reply');
    const moderator = await backendAs('elin');
    for (const locked of [true, false]) {
      const folded = shown(element).length === 1;
      button(element, folded ? /^Show 1 reply/ : /^Hide replies/)!.focus();
      await sendKeys({down: ' '});
      await moderator.call('threads.lock', {thread: first!.thread, on: locked}, {key: newId()});
      await seen(() => Boolean(button(element, /^Reply/)) !== locked, locked ? 'the buttons of a locked thread' : 'those of an open one');
      await sendKeys({up: ' '});
      await seen(() => (shown(element).length === 1) !== folded, 'what the press was for');
    }
  });

  it('unfolds where one replies to what was folded away', async () => {
    const {backend, subject, posts: [first]} = await talk('a');
    await say(backend, subject, 'a1', first!.id);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    button(element, /^Hide replies/)!.click();
    expect(shown(element)).to.deep.equal(['a']);
    (await seen(() => button(element, /^Reply/), 'the button to reply')).click();
    const field = await seen(() => root(element).querySelector('textarea'), 'the composer');
    field.value = 'mine';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    field.form!.requestSubmit();
    await seen(() => (root(element).activeElement as HTMLElement | null)?.querySelector('.body')?.textContent === 'mine', 'the focus on what was written');
    expect(shown(element)).to.deep.equal(['a', 'a1', 'mine']);
  });

  it('shows what is pinned above the posts, live, with a link to it', async () => {
    const {backend, subject, posts: made} = await talk('a', '1. b\n2. c', 'd');
    const moderator = await mountThread(clientFor(await backendAs('elin')), {subject});
    const reader = await mountThread(clientFor(await backendAs('femke')), {subject});
    const more = await seen(() => button(moderator, /^More about the post|^More/), 'the menu');
    more.closest('.posts')!.querySelectorAll<HTMLElement>('[data-act=more]')[1]!.click();
    (await seen(() => button(moderator, /^Pin/), 'the button to pin')).click();
    const link = await seen(() => root(reader).querySelector<HTMLAnchorElement>('[part=pinned-link]'), 'what is pinned');
    expect(link.textContent).to.equal('Pieter Smit b c');
    expect(posts(reader)[1]!.querySelector('.marks')!.textContent).to.contain('Pinned');
    await expect(reader).to.be.accessible();
    link.click();
    await seen(() => root(reader).activeElement === posts(reader)[1], 'the pinned post');
    history.replaceState(null, '', location.pathname + location.search);
    await backend.call('posts.remove', {post: made[1]!.id}, {key: newId()});
    await seen(() => root(reader).querySelector('.pinned') === null, 'nothing pinned');
  });
});

describe('the search of a thread', () => {
  it('finds words in all of it, says how much it found, and leads to a post that was not read', async () => {
    const {backend, subject, posts: [first]} = await talk('a', 'b');
    for (let number = 0; number < limits.firstReplies + 5; number++) await say(backend, subject, `reply ${number}`, first!.id);
    const far = await say(backend, subject, `${'Much to say before. '.repeat(9)}The **gearbox** is under the bench.`, first!.id);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    expect(texts(element).some(text => text.includes('gearbox'))).to.equal(false);
    const opener = await seen(() => button(element, 'Search'), 'the button to search');
    opener.click();
    const field = await seen(() => root(element).querySelector<HTMLInputElement>('[type=search]'), 'the field');
    expect([root(element).activeElement, opener.ariaExpanded]).to.deep.equal([field, 'true']);
    const look = (words: string) => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    };
    look('elsewhere');
    const status = () => root(element).querySelector('.search [role=status]')!.textContent;
    await seen(() => status() === 'Nothing here has all of these words.', 'that nothing was found');
    look('gearbox bench');
    const link = await seen(() => root(element).querySelector<HTMLAnchorElement>('[part=found]'), 'what was found');
    expect(status()).to.equal('1 post with these words');
    expect(link.textContent).to.match(/^Pieter Smit ….*gearbox is under the bench\.$/);
    await expect(element).to.be.accessible();
    link.click();
    await seen(() => (root(element).activeElement as HTMLElement | null)?.dataset['post'] === far.id, 'the post');
    history.replaceState(null, '', location.pathname + location.search);
    root(element).querySelector('[type=search]')!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    expect(root(element).querySelector('.search')).to.equal(null);
    expect((root(element).activeElement as HTMLElement).textContent).to.equal('Search');
  });
});

describe('the headings in a post', () => {
  it('skip no level, whatever was typed', async () => {
    const {subject} = await talk('# One\n\n###### Two\n\n## Three\n\n# Four');
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    const headings = [...posts(element)[0]!.querySelectorAll('.body :is(h1, h2, h3, h4, h5, h6)')];
    expect(headings.map(heading => `${heading.localName} ${heading.textContent}`)).to.deep.equal(['h4 One', 'h5 Two', 'h5 Three', 'h4 Four']);
  });
});

describe('a thread on paper', () => {
  it('has all posts and nothing to press', async function () {
    if (engine !== 'chromium') this.skip(); // The others cannot emulate paper.
    const array = new ArrayBackend();
    const subject = newSubject();
    const writer = array.as({id: '01920000-0000-7000-8000-00000000000a', name: 'Ann Bakker', picture: null});
    for (let number = 0; number < 60; number++) await say(writer, subject, `Post ${number}`);
    const element = await mountThread(clientFor(array.as(null)), {subject});
    dispatchEvent(new Event('beforeprint'));
    expect(posts(element).length).to.be.greaterThanOrEqual(20);
    await emulateMedia({media: 'print'});
    try {
      const shownOf = (selector: string) => [...root(element).querySelectorAll(selector)].filter(node => getComputedStyle(node).display !== 'none');
      expect(shownOf('.post').length).to.equal(posts(element).length);
      expect(shownOf('.foot, .writing, .order, .header > .action, .more-row')).to.deep.equal([]);
      for (const slab of root(element).querySelectorAll('.slab')) expect(getComputedStyle(slab).contentVisibility).to.equal('visible');
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });
});
