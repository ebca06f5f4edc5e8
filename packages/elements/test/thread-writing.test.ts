import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {memoryStorage, SocialLearningError, type Backend} from '@social-learning/sdk';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, settled, texts, type, typeInto} from './support/mount.ts';
import {ann, bob} from './support/people.ts';

/** A backend whose posts wait, or fail, as a test says. */
function slowed(array: Backend, before: () => Promise<void>): Backend {
  return {
    ...array,
    call: async (name, input, options) => {
      if (name === 'posts.create') await before();
      return array.call(name, input, options);
    },
  };
}

describe('writing in a thread', () => {
  it('shows a post at once as sending, and as posted when the backend has it', async () => {
    let release!: () => void;
    const held = new Promise<void>(resolve => (release = resolve));
    const array = new ArrayBackend();
    const element = await mountThread(clientFor(slowed(array.as(ann), () => held)));
    await type(element, 'Hello *there*');
    button(element, 'Post')!.click();
    const sending = await seen(() => posts(element)[0], 'the post');
    await seen(() => sending.querySelector('.delivery')?.textContent?.includes('Sending…'), 'its delivery');
    expect(texts(element)).to.deep.equal(['Hello *there*']);
    release();
    await seen(() => !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
    await seen(() => root(element).querySelector('[role="status"]')?.textContent === 'Posted.', 'the announcement');
    expect(posts(element)).to.have.length(1);
  });

  it('keeps what was typed across a reload of the element, until it is sent', async () => {
    const drafts = memoryStorage();
    const array = new ArrayBackend();
    const subject = newSubject();
    const first = await mountThread(clientFor(array.as(ann), {drafts}), {subject});
    await type(first, 'Half a thought');
    first.remove();
    const again = await mountThread(clientFor(array.as(ann), {drafts}), {subject});
    const field = await seen(() => root(again).querySelector('textarea'), 'the composer with the draft');
    expect(field.value).to.equal('Half a thought');
    const other = await mountThread(clientFor(array.as(bob), {drafts}), {subject});
    await seen(() => root(other).querySelector('.write'), 'the button to write');
    expect(root(other).querySelector('textarea')).to.equal(null);
  });

  it('parks what can never succeed with its reason, and gives the text back', async () => {
    const array = new ArrayBackend();
    const element = await mountThread(clientFor(slowed(array.as(ann), () => Promise.reject(new SocialLearningError('locked', 'Locked.')))));
    await type(element, 'Too late');
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0]?.querySelector('.delivery')?.textContent?.includes('Not posted. This conversation is locked.'), 'the reason');
    await expect(element).to.be.accessible();
    button(element, 'Take back')!.click();
    await seen(() => root(element).querySelector('textarea')?.value === 'Too late', 'the text');
    await seen(() => posts(element).length === 0, 'the empty place');
  });

  it('goes on trying where the network fails, and says so', async () => {
    let failing = true;
    const array = new ArrayBackend();
    const element = await mountThread(clientFor(slowed(array.as(ann), () =>
      failing ? Promise.reject(new SocialLearningError('network', 'Offline.')) : Promise.resolve())));
    await type(element, 'On a train');
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0]?.querySelector('.delivery')?.textContent?.includes('It is kept, and sent by itself'), 'the delivery');
    failing = false;
    button(element, 'Try again now')!.click();
    await seen(() => !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
  });

  it('says how much is too long, and sends nothing', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)));
    const field = await type(element, 'x'.repeat(20_003));
    expect(root(element).querySelector('.hint')!.textContent).to.contain('3 characters too long');
    button(element, 'Post')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent?.includes('3 characters too long'), 'the error');
    expect(field.value).to.have.length(20_003);
    expect(posts(element)).to.have.length(0);
    expect(root(element).activeElement).to.equal(field);
  });

  it('lets the page stop a post, and keeps its text', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)));
    element.addEventListener('sl-post-send', event => event.preventDefault());
    const field = await type(element, 'Not this');
    button(element, 'Post')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent, 'the error');
    expect(field.value).to.equal('Not this');
    expect(posts(element)).to.have.length(0);
  });

  it('is done by keyboard alone: write, send, reply, and give up a reply', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)));
    (await seen(() => root(element).querySelector<HTMLElement>('.write'), 'the button to write')).focus();
    await sendKeys({press: 'Enter'});
    await seen(() => root(element).activeElement?.localName === 'textarea', 'the composer');
    await sendKeys({type: 'By hand'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await seen(() => posts(element)[0] && !posts(element)[0]!.classList.contains('sending'), 'the post');
    const reply = await seen(() => button(element, /^Reply/), 'the reply button');
    reply.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => root(element).activeElement?.localName === 'textarea' && root(element).activeElement?.closest('.post'), 'the reply composer');
    await sendKeys({press: 'Escape'});
    await seen(() => root(element).activeElement === posts(element)[0], 'the focus on the post');
  });

  it('asks a question with a title, and takes answers to it', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    const element = await mountThread(clientFor(array.as(ann)), {subject, kind: 'question'});
    await type(element, 'I tried everything.');
    button(element, 'Ask')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent?.includes('one sentence'), 'the missing title');
    const title = root(element).querySelector('input')!;
    title.value = 'How does one do this?';
    title.dispatchEvent(new InputEvent('input', {bubbles: true}));
    button(element, 'Ask')!.click();
    await seen(() => root(element).querySelector('.heading')?.textContent === 'How does one do this?', 'the title');
    await settled(element);
    expect(root(element).querySelector('.write')!.textContent!.trim()).to.equal('Write an answer…');
  });

  it('keeps a draft of a reply beside the post that it replies to', async () => {
    const element = await mountThread(clientFor(new ArrayBackend().as(ann)));
    await type(element, 'One');
    button(element, 'Post')!.click();
    await seen(() => button(element, /^Reply/), 'the post');
    button(element, /^Reply/)!.click();
    typeInto(await seen(() => posts(element)[0]!.querySelector('textarea'), 'the reply composer'), 'Half a reply');
    button(element, 'Cancel')!.click();
    button(element, /^Reply/)!.click();
    const field = await seen(() => posts(element)[0]!.querySelector('textarea'), 'the reply composer');
    expect(field.value).to.equal('Half a reply');
  });
});
