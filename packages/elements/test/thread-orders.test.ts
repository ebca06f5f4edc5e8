import {expect} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import {limits, type Backend, type Id, type Post} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts} from './support/mount.ts';

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

  it('shows what is pinned above the posts, live, with a link to it', async () => {
    const {backend, subject, posts: made} = await talk('a', 'b', 'c');
    const moderator = await mountThread(clientFor(await backendAs('elin')), {subject});
    const reader = await mountThread(clientFor(await backendAs('femke')), {subject});
    const more = await seen(() => button(moderator, /^More about the post|^More/), 'the menu');
    more.closest('.posts')!.querySelectorAll<HTMLElement>('[data-act=more]')[1]!.click();
    (await seen(() => button(moderator, /^Pin/), 'the button to pin')).click();
    const link = await seen(() => root(reader).querySelector<HTMLAnchorElement>('[part=pinned-link]'), 'what is pinned');
    expect(link.textContent).to.equal('Pieter Smit b');
    expect(posts(reader)[1]!.querySelector('.marks')!.textContent).to.contain('Pinned');
    await expect(reader).to.be.accessible();
    link.click();
    await seen(() => root(reader).activeElement === posts(reader)[1], 'the pinned post');
    history.replaceState(null, '', location.pathname + location.search);
    await backend.call('posts.remove', {post: made[1]!.id}, {key: newId()});
    await seen(() => root(reader).querySelector('.pinned') === null, 'nothing pinned');
  });
});
