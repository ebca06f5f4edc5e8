import {expect, html} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import '@social-learning/elements/thread/define';
import type {Backend, Id} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {byKeys, focused, focusOn, inField, openPage, press, tabBackTo, tabTo, write} from './support/keyboard.ts';
import {clientFor, newSubject, posts, root, seen, settled, texts} from './support/mount.ts';
import {serverSays} from './support/server.ts';

const space = 'onboarding';

async function say(backend: Backend, subject: string, source: string, asks?: {title: string}): Promise<Id> {
  return (await backend.call('posts.create', {space, subject: {key: subject}, source, ...(asks && {kind: 'question', ...asks})}, {key: newId()})).post.id;
}

async function openThread(backend: Backend, subject: string): Promise<ThreadElement> {
  const element = await openPage<ThreadElement>(html`<sl-thread .client=${clientFor(backend)} subject=${subject} space=${space} lang="en"></sl-thread>`);
  await settled(element);
  await seen(() => root(element).querySelector('.write'), 'the button to write');
  return element;
}

/** A conversation that somebody began, as somebody else reads it. */
async function read(words = 'Where is the map?', by = 'pieter') {
  const subject = newSubject();
  const post = await say(await backendAs(by), subject, words);
  const backend = await backendAs('femke');
  const element = await openThread(backend, subject);
  await seen(() => posts(element).length === 1, 'the post');
  return {element, subject, backend, post};
}

const said = (element: ThreadElement) => root(element).querySelector('[role="status"]')!.textContent;
const sent = (element: ThreadElement, count: number) => seen(() => posts(element).length === count && !root(element).querySelector('.post.sending'), `${count} posts that were sent`);

describe('a conversation from the beginning of the page, by keys alone', () => {
  byKeys('is followed, and followed no longer', async () => {
    const {backend, subject} = await read();
    const follow = await tabTo('Follow');
    await press('Enter');
    await focusOn('Following');
    expect([focused(), follow.ariaPressed]).to.deep.equal([follow, 'true']);
    const {thread} = await backend.call('threads.read', {subject, space});
    await serverSays(async () => (await backend.call('mine.read', {thread: thread!.id})).following === true, 'that one follows');
    await press(' ');
    await focusOn('Follow');
  });

  byKeys('is joined: a word made bold, somebody mentioned, sent by Control and Enter', async () => {
    const {element} = await read();
    await tabTo('Join the conversation…');
    await press('Enter');
    const field = await inField('Your post');
    await write('Ask ');
    await press('Control+b');
    await write('soon');
    expect(field.value).to.equal('Ask **soon**');
    await press('End');
    await write(' @Han');
    await seen(() => root(element).querySelector('[role="option"]'), 'the people');
    await press('Enter');
    expect(field.value).to.equal('Ask **soon** @Hanna Virtanen ');
    await press('Control+Enter');
    await sent(element, 2);
    expect(texts(element)[1]).to.equal('Ask soon @Hanna Virtanen');
    expect(posts(element)[1]!.querySelector('strong')!.textContent).to.equal('soon');
    expect([focused() === field, field.value]).to.deep.equal([true, '']);
  });

  byKeys('is replied to; Escape gives the focus back to the post, and keeps what was typed', async () => {
    const {element, post} = await read();
    await tabTo('Reply to Pieter Smit');
    await press('Enter');
    await inField('Your reply to Pieter Smit');
    await write('On the');
    await press('Escape');
    await seen(() => focused() === posts(element)[0], 'the focus on the post');
    await tabTo('Reply to Pieter Smit');
    await press('Enter');
    const field = await inField('Your reply to Pieter Smit');
    expect(field.value).to.equal('On the');
    await press('End');
    await write(' wall');
    await tabTo('Reply');
    await press('Enter');
    await sent(element, 2);
    expect(posts(element)[1]!.querySelector('.context')!.textContent).to.equal('In reply to Pieter Smit');
    expect(texts(element)[1]).to.equal('On the wall');
    expect(posts(element)[0]!.dataset['post']).to.equal(post);
    await seen(() => focused() === posts(element)[1], 'the focus on the reply');
  });

  byKeys('is thanked for, and not any more', async () => {
    const {backend, subject} = await read();
    const thanks = await tabTo('Thanks for the post of Pieter Smit');
    await press(' ');
    await focusOn('Thanks for the post of Pieter Smit, 1');
    await serverSays(async () => (await backend.call('threads.read', {subject, space})).posts.items[0]!.reactions.thanks === 1, 'the thanks');
    await press('Enter');
    await focusOn('Thanks for the post of Pieter Smit');
    expect([focused() === thanks, thanks.ariaPressed]).to.deep.equal([true, 'false']);
  });

  byKeys('has an answer that helped, for whoever asked', async () => {
    const subject = newSubject();
    const asker = await backendAs('femke');
    await say(asker, subject, 'I tried everything.', {title: 'How does one start the scanner?'});
    await say(await backendAs('pieter'), subject, 'Hold the yellow button.');
    const element = await openThread(asker, subject);
    await tabTo(/^This helped/);
    await press('Enter');
    await focusOn(/^Take acceptance back/);
    await seen(() => posts(element)[1]!.querySelector('.accepted-mark')?.textContent === 'Accepted answer' && !root(element).querySelector('.sending'), 'the mark');
    expect(posts(element)[1]!.contains(focused())).to.equal(true);
  });

  byKeys('is edited, with a reason', async () => {
    const {element, backend, post} = await read('The dor is open', 'femke');
    await tabTo(/^Edit/);
    await press('Enter');
    const field = await inField('Edit your post');
    await press('Control+a');
    await write('The door is open');
    expect(field.value).to.equal('The door is open');
    await tabTo('Why, if you like');
    await write('A letter was missing');
    await press('Enter');
    await seen(() => texts(element)[0] === 'The door is open' && focused() === posts(element)[0], 'the focus on the post');
    await serverSays(async () => (await backend.call('sources.read', {post})).source === 'The door is open', 'the edit');
    await seen(() => posts(element)[0]!.querySelector('.marks')!.textContent!.includes('edited'), 'the mark');
    await tabTo('More about the post of Femke Visser');
    await press('Enter');
    await tabTo('Earlier versions of the post of Femke Visser');
    await press('Enter');
    await seen(() => posts(element)[0]!.querySelector('.history')?.textContent!.includes('A letter was missing'), 'the reason');
    await tabTo('Close');
    await press('Enter');
    await seen(() => focused() === posts(element)[0], 'the focus on the post');
  });

  byKeys('is taken back, and put there again', async () => {
    const {element, backend, subject} = await read('Too hasty', 'femke');
    await tabTo(/^Remove/);
    await press('Enter');
    await focusOn(/^Undo/);
    expect(said(element)).to.equal('Removed. This can be undone for a few seconds.');
    await press('Enter');
    await seen(() => focused() === posts(element)[0] && said(element) === 'It stays.', 'the focus on the post');
    expect((await backend.call('threads.read', {subject, space})).posts.items[0]!.state).to.equal('visible');
  });

  byKeys('shows more that can be done with a post: to quote it, to copy where it stands, and to report it', async () => {
    const {element, backend, post} = await read('Words worth quoting');
    const more = await tabTo('More about the post of Pieter Smit');
    await press('Enter');
    await focusOn('Quote the post of Pieter Smit');
    expect(more.ariaExpanded).to.equal('true');
    await press('Enter');
    const reply = await inField('Your reply to Pieter Smit');
    expect(reply.value).to.match(/^> Words worth quoting\n/);
    await press('Escape');
    await seen(() => focused() === posts(element)[0], 'the focus on the post');
    const link = await tabTo('Copy link to the post of Pieter Smit');
    await press('Enter');
    await seen(() => said(element) === 'The link is copied.', 'that it is copied');
    expect(focused()).to.equal(link);
    await tabTo(/^Report/);
    await press('Enter');
    await focusOn('This post');
    await tabTo('What is wrong with it?');
    await write('It is not true');
    await tabTo('Report');
    await press('Enter');
    await seen(() => focused() === posts(element)[0] && said(element) === 'Thank you. The moderators have it.', 'the thanks');
    const {items} = await backend.call('reports.list', {space});
    expect(items.find(({target}) => target.id === post)?.note).to.equal('It is not true');
  });
});

describe('the composer from the beginning of the page, by keys alone', () => {
  byKeys('gives a picture of a word from the toolbar, and goes back to the toolbar by Escape', async () => {
    const {element} = await read();
    await tabTo('Join the conversation…');
    await press('Enter');
    const field = await inField('Your post');
    await write('Well done ');
    await tabBackTo('Bold');
    await press('End');
    await focusOn('Emoji');
    await press('Enter');
    await focusOn('Find an emoji by its English name');
    await write('trophy');
    await seen(() => root(element).querySelectorAll('.glyph').length === 1, 'the one');
    await press('Enter');
    await seen(() => focused() === field && field.value === 'Well done 🏆', 'the field');
    await tabBackTo('Emoji');
    await press('Enter');
    await focusOn('Find an emoji by its English name');
    await press('Escape');
    await focusOn('Emoji');
    expect(root(element).querySelector('.emoji')).to.equal(null);
  });

  byKeys('shows what a text will look like, by the arrows between its tabs', async () => {
    const {element} = await read();
    await tabTo('Join the conversation…');
    await press('Enter');
    await inField('Your post');
    await write('- **one**');
    await tabBackTo('Write');
    await press('ArrowRight');
    await focusOn('Preview');
    await press('Enter');
    const preview = await seen(() => root(element).querySelector<HTMLElement>('.preview:not([hidden])'), 'the preview');
    await seen(() => preview.querySelector('li strong'), 'the list');
    await press('Tab');
    expect(focused()).to.equal(preview);
    await tabBackTo('Preview');
    await press('ArrowLeft');
    await focusOn('Write');
    await press('Enter');
    const field = await tabTo('Your post') as HTMLTextAreaElement;
    expect(field.value).to.equal('- **one**');
  });
});
