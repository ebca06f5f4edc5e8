import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {memoryStorage, type Client} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type, typeInto} from './support/mount.ts';

const space = 'onboarding';
/** Somebody who posts a lot, for each engine. */
const reader = {chromium: 'priya', firefox: 'mei', webkit: 'pieter'}[engine];

async function open(person = 'amara', subject = newSubject()): Promise<{element: Element; client: Client; field: HTMLTextAreaElement; subject: string}> {
  const client = clientFor(await backendAs(person));
  const element = await mountThread(client, {subject, space});
  const field = await type(element, '');
  await seen(() => button(element, 'Bold'), 'the toolbar');
  return {element, client, field, subject};
}

const options = (element: Element) => [...root(element).querySelectorAll<HTMLElement>('[role="option"]')];
const send = (element: Element) => root(element).querySelector<HTMLFormElement>('.writing form')!.requestSubmit();
const menu = async (element: Element, index: number, name: string | RegExp) => {
  (await seen(() => posts(element)[index]?.querySelector<HTMLElement>('[data-act="more"]'), 'more')).click();
  const post = posts(element)[index]!;
  await seen(() => post.querySelector('.menu'), 'the menu');
  return seen(() => [...post.querySelectorAll<HTMLElement>('.menu button')].find(({textContent}) => textContent!.match(name)), String(name));
};

/** Types at the end of the field, as a person would. */
function typeOn(field: HTMLTextAreaElement, text: string): void {
  field.setSelectionRange(field.value.length, field.value.length);
  field.setRangeText(text, field.value.length, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('writing in a thread', () => {
  it('begins when the page asks for it, also before the conversation is there, and far from sight', async () => {
    const client = clientFor(await backendAs('femke'));
    const far = await fixture<HTMLElement>(html`<div><div style="block-size: 500vh"></div></div>`);
    const element = Object.assign(document.createElement('sl-thread'), {client, subject: newSubject()});
    await element.write();
    far.append(element);
    await element.write();
    await seen(() => root(element).activeElement?.localName === 'textarea', 'the cursor in the composer');
  });

  it('marks what is selected by the toolbar and by shortcuts, and takes the mark back', async () => {
    const {element, field} = await open();
    typeInto(field, 'a bold word');
    field.setSelectionRange(2, 6);
    button(element, 'Bold')!.click();
    expect(field.value).to.equal('a **bold** word');
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal('bold');
    button(element, 'Bold')!.click();
    expect(field.value).to.equal('a bold word');
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'i', ctrlKey: true, bubbles: true, cancelable: true}));
    expect(field.value).to.equal('a _bold_ word');
    typeInto(field, 'one\ntwo');
    field.setSelectionRange(0, 7);
    button(element, 'Numbered list')!.click();
    expect(field.value).to.equal('1. one\n2. two');
    await expect(element).to.be.accessible();
  });

  it('is one stop of the Tab key for the toolbar, and goes through it by the arrows', async () => {
    const {element} = await open();
    const first = button(element, 'Bold')!;
    first.focus();
    await sendKeys({press: 'ArrowRight'});
    expect((root(element).activeElement as HTMLElement).ariaLabel).to.equal('Italic');
    await sendKeys({press: 'End'});
    expect((root(element).activeElement as HTMLElement).ariaLabel).to.equal('Emoji');
    expect(first.tabIndex).to.equal(-1);
  });

  it('previews what the server will make of it, and keeps what is typed', async () => {
    const {element, field} = await open();
    typeInto(field, '# Title\n\n- [x] done\n\n<script>alert(1)</script>');
    button(element, 'Preview')!.click();
    const preview = root(element).querySelector<HTMLElement>('.preview')!;
    await seen(() => preview.querySelector('li input'), 'the preview');
    expect(preview.hidden).to.equal(false);
    expect(preview.textContent).to.contain('<script>');
    expect(preview.querySelectorAll('script').length).to.equal(0);
    await expect(element).to.be.accessible();
    button(element, 'Write')!.click();
    expect(field.value).to.contain('# Title');
    expect(field.checkVisibility()).to.equal(true);
  });

  it('offers people from an @ on, chooses by keyboard, and mentions whom one chose', async () => {
    const {element, field} = await open();
    field.focus();
    typeOn(field, 'Ask @Han');
    await seen(() => options(element).some(({textContent}) => textContent!.includes('Hanna Virtanen')), 'the people');
    expect(field.getAttribute('aria-activedescendant')).to.equal(options(element)[0]!.id);
    await expect(element).to.be.accessible();
    await sendKeys({press: 'Enter'});
    expect(field.value).to.equal('Ask @Hanna Virtanen ');
    expect(options(element).length).to.equal(0);
    typeOn(field, 'about it.');
    send(element);
    const mention = await seen(() => posts(element)[0]?.querySelector<HTMLElement>('.mention'), 'the mention');
    expect(mention.textContent).to.equal('@Hanna Virtanen');
    expect(texts(element)[0]).to.equal('Ask @Hanna Virtanen about it.');
    posts(element)[0]!.querySelector<HTMLElement>('[data-act="edit"]')!.click();
    const edit = await seen(() => posts(element)[0]!.querySelector('textarea'), 'the edit');
    expect(edit.value).to.equal('Ask @Hanna Virtanen about it.');
  });

  it('closes the list with Escape and keeps what is typed', async () => {
    const {element, field} = await open();
    field.focus();
    typeOn(field, '@S');
    await seen(() => options(element).length > 0, 'the people');
    await sendKeys({press: 'Escape'});
    expect(options(element).length).to.equal(0);
    expect(field.value).to.equal('@S');
  });

  it('finds an emoji by name, and puts it where one writes', async () => {
    const {element, field} = await open();
    typeInto(field, 'Well done ');
    field.setSelectionRange(10, 10);
    button(element, 'Emoji')!.click();
    const search = await seen(() => root(element).querySelector<HTMLInputElement>('.emoji input'), 'the list');
    search.value = 'trophy';
    search.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await expect(element).to.be.accessible();
    await seen(() => root(element).querySelectorAll('.glyph').length === 1, 'the one');
    root(element).querySelector<HTMLElement>('.glyph')!.click();
    expect(field.value).to.equal('Well done 🏆');
    expect(root(element).activeElement).to.equal(field);
  });

  it('quotes a post with a link to it', async () => {
    const subject = newSubject();
    const first = await open('amara', subject);
    typeInto(first.field, 'Words worth quoting');
    send(first.element);
    await seen(() => posts(first.element)[0]?.classList.contains('sending') === false, 'the post');
    const joris = await mountThread(clientFor(await backendAs('joris')), {subject, space});
    (await menu(joris, 0, 'Quote')).click();
    const reply = await seen(() => posts(joris)[0]!.querySelector('textarea'), 'the reply');
    const id = posts(joris)[0]!.dataset['post'];
    expect(reply.value).to.match(/^> Words worth quoting\n>\n> — \[Amara Okafor\]\(http.*#sl-post-/).and.to.contain(id!);
  });

  it('shows what a post said before, with the reason and what changed', async () => {
    const {element, field} = await open();
    typeInto(field, 'The dor is open');
    send(element);
    (await seen(() => posts(element)[0]?.classList.contains('sending') === false && posts(element)[0]!.querySelector<HTMLElement>('[data-act="edit"]'), 'the post')).click();
    typeInto(await seen(() => posts(element)[0]!.querySelector('textarea'), 'the edit'), 'The door is open');
    posts(element)[0]!.querySelector<HTMLInputElement>('input[id$="-reason"]')!.value = 'A letter was missing';
    posts(element)[0]!.querySelector('form')!.requestSubmit();
    await seen(() => posts(element)[0]!.querySelector('.marks')!.textContent!.includes('edited') && !posts(element)[0]!.classList.contains('sending'), 'the edit');
    (await menu(element, 0, 'Earlier versions')).click();
    const history = await seen(() => posts(element)[0]!.querySelector('.history'), 'the history');
    expect([history.querySelector('ins')!.textContent, history.querySelector('del')!.textContent]).to.deep.equal(['door', 'dor']);
    expect(history.textContent).to.contain('A letter was missing').and.to.contain('As it was first');
    await expect(element).to.be.accessible();
    button(element, 'Close')!.click();
    expect(root(element).activeElement).to.equal(posts(element)[0]!);
  });

  it('follows and unfollows, and remembers it', async () => {
    const {element, field, subject} = await open(reader);
    typeInto(field, 'Something to follow');
    send(element);
    (await seen(() => button(element, 'Follow'), 'the button')).click();
    await seen(() => button(element, 'Following')?.ariaPressed === 'true', 'the following');
    const again = await mountThread(clientFor(await backendAs(reader)), {subject, space});
    (await seen(() => button(again, 'Following'), 'the same on another device')).click();
    await seen(() => button(again, 'Follow')?.ariaPressed === 'false', 'the end');
  });

  it('fits 320 pixels with everything open', async () => {
    await setViewport({width: 320, height: 640});
    const {element, field} = await open();
    field.focus();
    typeOn(field, '@');
    await seen(() => options(element).length > 0, 'the people');
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(320);
    for (const tool of root(element).querySelectorAll('.tool, .tab')) expect(tool.getBoundingClientRect().height).to.be.at.least(24);
    await setViewport({width: 800, height: 600});
  });
});

describe('the address of a post', () => {
  it('is that of its time, and leads to it also where it was not read yet', async () => {
    const {element, client, field, subject} = await open(reader);
    typeInto(field, 'The first of many');
    send(element);
    await seen(() => posts(element)[0]?.classList.contains('sending') === false, 'the post');
    const {thread} = await client.call('threads.read', {subject, space});
    let last = '';
    for (let index = 0; index < 24; index++) {
      last = (await client.call('posts.create', {space, subject: {key: subject}, source: `Number ${index}`}, {key: client.createId()})).post.id;
    }
    expect(thread).not.to.equal(null);
    element.remove();
    location.hash = `sl-post-${last}`;
    const fresh = await mountThread(clientFor(await backendAs(reader)), {subject, space});
    await seen(() => (root(fresh).activeElement as HTMLElement | null)?.dataset['post'] === last, 'the post in focus');
    const link = posts(fresh).find(({dataset}) => dataset['post'] === last)!.querySelector<HTMLAnchorElement>('a.permalink')!;
    expect(link.href).to.equal(`${location.href.split('#')[0]}#sl-post-${last}`);
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('what has come since the last visit', () => {
  it('is counted and marked, and found one after the other', async () => {
    const subject = newSubject();
    const drafts = memoryStorage();
    const [backend, other] = await Promise.all([backendAs('kwame'), backendAs('amara')]);
    const reading = clientFor(backend, {drafts});
    const first = await mountThread(reading, {subject, space});
    const speaker = clientFor(other);
    const speak = (source: string) => speaker.call('posts.create', {space, subject: {key: subject}, source}, {key: speaker.createId()});
    await speak('Before');
    await seen(() => texts(first).join() === 'Before', 'the post');
    const {thread} = await speaker.call('threads.read', {subject, space});
    await seen(() => drafts.getItem(`social-learning:draft:${reading.owner}:visited/${thread!.id}`), 'the visit');
    first.remove();
    for (const source of ['After', 'Still after']) await speak(source);
    const again = await mountThread(clientFor(backend, {drafts}), {subject, space});
    const news = await seen(() => button(again, '2 new since your last visit'), 'the number');
    expect(posts(again).map(post => post.querySelector('.new') !== null)).to.deep.equal([false, true, true]);
    news.click();
    expect((root(again).activeElement as HTMLElement).querySelector('.body')!.textContent).to.equal('After');
    news.click();
    expect((root(again).activeElement as HTMLElement).querySelector('.body')!.textContent).to.equal('Still after');
    await expect(again).to.be.accessible();
  });
});
