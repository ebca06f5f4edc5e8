import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {ModerationElement} from '@social-learning/elements';
import '@social-learning/elements/moderation/define';
import {compose, defineBackend, httpBackend, type Backend, type Client, type Id} from '@social-learning/sdk';
import {backendAs, backendUrl} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, type} from './support/mount.ts';

const space = 'questions';

async function mount(client: Client): Promise<ModerationElement> {
  const element = await fixture<ModerationElement>(html`<sl-moderation .client=${client} .space=${space} lang="en"></sl-moderation>`);
  await seen(() => root(element).querySelector('.cases, .empty, .notice'), 'the queue');
  return element;
}

/** A post that somebody wrote, with words that no other test uses. */
async function wrote(backend: Backend, words: string): Promise<{post: Id; subject: string; text: string}> {
  const subject = newSubject();
  const text = `${words} ${newId()}`;
  const {post} = await backend.call('posts.create', {space, subject: {key: subject}, source: text}, {key: newId()});
  return {post: post.id, subject, text};
}

const report = (backend: Backend, post: Id) =>
  backend.call('reports.create', {target: {type: 'post', id: post}, rule: 'be-kind', note: 'It hurts.'}, {key: newId()});
const cardOf = (element: Element, text: string) =>
  [...root(element).querySelectorAll<HTMLElement>('.case')].find(({textContent}) => textContent.includes(text));
const within = (card: HTMLElement, action: string) => card.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;

describe('the moderators’ queue on the real server', () => {
  it('shows what is reported as it comes, and is decided by keyboard alone; author and reporter are told', async () => {
    const [pieter, femke] = [await backendAs('pieter'), await backendAs('femke')];
    const queue = await mount(clientFor(await backendAs('elin')));
    const {post, subject, text} = await wrote(pieter, 'Unkind words');
    const thread = await mountThread(clientFor(pieter), {subject, space});
    await report(femke, post);
    const card = await seen(() => cardOf(queue, text), 'the case');
    expect(card.textContent).to.contain('Femke Visser').and.to.contain('It hurts.').and.to.contain('Be kind to whoever asks.');
    await expect(queue).to.be.accessible();

    within(card, 'hide').focus();
    await sendKeys({press: 'Enter'});
    const field = await seen(() => card.querySelector('textarea'), 'the form');
    expect(root(queue).activeElement?.localName).to.equal('select');
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'Please say it kindly.'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    expect(field.value).to.equal('Please say it kindly.');
    await seen(() => card.querySelector('.outcome')?.textContent?.includes('Elin Lindqvist hid this.'), 'the outcome');
    await seen(() => root(queue).activeElement === cardOf(queue, text), 'the focus on the card');
    await seen(() => posts(thread)[0]?.textContent?.includes('The reason: “Please say it kindly.”'), 'what the author is told');
    await expect(thread).to.be.accessible();
    const {items} = await femke.call('reports.list', {space});
    expect(items.find(({target}) => target.id === post)?.state).to.equal('upheld');

    card.querySelector<HTMLButtonElement>('.outcome .action')!.click();
    await seen(() => !cardOf(queue, text), 'the empty place');
    expect(root(queue).activeElement).not.to.equal(null);
  });

  it('says who was first when two decide at once', async () => {
    const [elin, yusuf] = [await mount(clientFor(await backendAs('elin'))), await backendAs('yusuf')];
    const {post, text} = await wrote(await backendAs('pieter'), 'For two');
    await report(await backendAs('femke'), post);
    const card = await seen(() => cardOf(elin, text), 'the case');
    within(card, 'dismiss').focus();
    await yusuf.call('cases.decide', {target: {type: 'post', id: post}, revision: 0, action: 'dismiss'}, {key: newId()});
    await seen(() => cardOf(elin, text)?.querySelector('.outcome')?.textContent?.includes('Yusuf Demir left this as it is.'), 'the other’s decision');
    await seen(() => root(elin).activeElement === cardOf(elin, text), 'the focus that was not lost');
  });

  it('is for moderators, and says so to others and to guests', async () => {
    const learner = await mount(clientFor(await backendAs('pieter')));
    expect(root(learner).querySelector('.notice')!.textContent).to.contain('for the moderators');
    expect(learner.matches(':state(forbidden)')).to.equal(true);
    await expect(learner).to.be.accessible();
    const guest = await mount(clientFor(await backendAs(null)));
    await seen(() => root(guest).querySelector('.notice')?.textContent?.includes('Sign in'), 'the invitation');
  });

  it('shows what was decided, and the log', async () => {
    const {post, text} = await wrote(await backendAs('pieter'), 'To be removed');
    const elin = await backendAs('elin');
    await elin.call('cases.decide', {target: {type: 'post', id: post}, revision: 0, action: 'hide', reason: `Because ${post}`}, {key: newId()});
    const element = await mount(clientFor(elin));
    button(element, 'Decided')!.click();
    await seen(() => cardOf(element, text)?.textContent?.includes(`Because ${post}`), 'the decision');
    button(element, 'Log')!.click();
    await seen(() => [...root(element).querySelectorAll('.log li')].some(({textContent}) => textContent.includes(`Because ${post}`)), 'the line of the log');
    await expect(element).to.be.accessible();
  });

  it('goes on with the first line of the log that came, where there are no more to ask for', async () => {
    const elin = await backendAs('elin');
    for (let number = 0; number < 2; number++) {
      const {post} = await wrote(await backendAs('pieter'), 'To be looked at');
      await elin.call('cases.decide', {target: {type: 'post', id: post}, revision: 0, action: 'hide', reason: 'Because'}, {key: newId()});
    }
    const {items} = await elin.call('audit.list', {space});
    const pages = defineBackend({
      'audit.list': ({cursor}) => (cursor ? {items: items.slice(1), before: null, after: null} : {items: items.slice(0, 1), before: null, after: 'second'}),
    });
    const element = await mount(clientFor(compose(pages, elin)));
    button(element, 'Log')!.click();
    const more = await seen(() => button(element, 'Show more'), 'the button for more');
    more.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => root(element).querySelectorAll('.log li').length === items.length, 'the other lines');
    await seen(() => root(element).activeElement === root(element).querySelectorAll('.log li')[1], 'the focus on the first of them');
  });
});

describe('worries in a thread on the real server', () => {
  it('are told from the menu of a post, by keyboard alone', async () => {
    const {post, subject} = await wrote(await backendAs('pieter'), 'Something odd');
    const femke = await backendAs('femke');
    const thread = await mountThread(clientFor(femke), {subject, space});
    (await seen(() => button(thread, /^More/), 'the menu')).focus();
    await sendKeys({press: 'Enter'});
    await seen(() => root(thread).activeElement?.getAttribute('data-act') === 'quote', 'the first of the menu');
    for (const act of ['link', 'report']) {
      await sendKeys({press: 'Tab'});
      expect(root(thread).activeElement?.getAttribute('data-act')).to.equal(act);
    }
    await sendKeys({press: 'Enter'});
    const form = await seen(() => root(thread).querySelector('form[aria-label]'), 'the form');
    await expect(thread).to.be.accessible();
    const field = form.querySelector('textarea')!;
    field.focus();
    await sendKeys({type: 'Look at this'});
    form.querySelector<HTMLButtonElement>('.send')!.click();
    await seen(() => root(thread).querySelector('[role="status"]')?.textContent === 'Thank you. The moderators have it.', 'the thanks');
    expect(root(thread).activeElement).to.equal(posts(thread)[0]);
    const {items} = await femke.call('reports.list', {space});
    expect(items.find(({target}) => target.id === post)?.note).to.equal('Look at this');
    button(thread, /^More/)!.click();
    await seen(() => posts(thread)[0]!.textContent.includes('You reported this'), 'the mark');
    expect(button(thread, /^Report/)).to.equal(undefined);
  });

  it('are decided from the menu by a moderator, for everybody at once', async () => {
    const {subject, text} = await wrote(await backendAs('pieter'), 'Hide me');
    const [elin, femke] = [await mountThread(clientFor(await backendAs('elin')), {subject, space}), await mountThread(clientFor(await backendAs('femke')), {subject, space})];
    await seen(() => posts(femke)[0]?.textContent.includes(text), 'the post');
    (await seen(() => button(elin, /^More/), 'the menu')).click();
    (await seen(() => button(elin, /^Hide/), 'the button to hide')).click();
    const form = await seen(() => root(elin).querySelector('form[aria-label]'), 'the form');
    form.querySelector<HTMLButtonElement>('.send')!.click();
    await seen(() => form.querySelector('.error')?.textContent?.includes('Say why'), 'the missing reason');
    form.querySelector('textarea')!.value = 'Not here.';
    form.querySelector<HTMLButtonElement>('.send')!.click();
    await seen(() => posts(elin)[0]?.textContent.includes('Hidden by a moderator'), 'the mark');
    await seen(() => posts(femke).length === 0, 'the empty place');
    (await seen(() => button(elin, /^More/), 'the menu')).click();
    (await seen(() => button(elin, /^Show again/), 'the button to show it again')).click();
    await seen(() => posts(femke)[0]?.textContent.includes(text), 'the post again');
  });
});

describe('a post that waits on the real server', () => {
  it('is shown to its author, also after a reload, and to nobody who signs in after them', async () => {
    let person = 'anouk';
    const url = await backendUrl();
    const backend = httpBackend({
      url,
      getToken: async () => ((await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string}).token,
    });
    const client = clientFor(backend);
    const subject = newSubject();
    const first = await mountThread(client, {subject, space: 'hello', kind: 'question'});
    const field = await type(first, 'Words that wait');
    const title = root(first).querySelector('input')!;
    title.value = 'A title that waits?';
    title.dispatchEvent(new InputEvent('input', {bubbles: true}));
    expect(field.value).to.equal('Words that wait');
    button(first, 'Ask')!.click();
    await seen(() => posts(first)[0]?.textContent.includes('Waiting for a moderator'), 'the post that waits');
    await expect(first).to.be.accessible();
    first.remove();

    const again = await mountThread(clientFor(await backendAs('anouk')), {subject, space: 'hello', kind: 'question'});
    await seen(() => posts(again)[0]?.textContent.includes('Words that wait'), 'the post after a reload');
    const shared = await mountThread(client, {subject, space: 'hello', kind: 'question'});
    await seen(() => posts(shared)[0]?.textContent.includes('Words that wait'), 'the post');
    person = 'femke';
    await client.refresh();
    await seen(() => posts(shared).length === 0, 'the empty place');
    await seen(() => root(shared).querySelector('.empty'), 'the invitation');
    expect(root(shared).querySelector('.thread')!.textContent).not.to.contain('waits');
  });
});
