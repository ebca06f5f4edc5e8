import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {Backend} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type, typeInto} from './support/mount.ts';
import {listenTo} from './support/spoken.ts';

const space = 'onboarding';

async function say(backend: Backend, subject: string, source: string, parent?: string): Promise<string> {
  const {post} = await backend.call('posts.create', {space, subject: {key: subject}, source, ...(parent && {parent})}, {key: newId()});
  return post.id;
}

/** A conversation of two posts by Pieter, as Femke reads it. */
async function conversation() {
  const subject = newSubject();
  const pieter = await backendAs('pieter');
  await say(pieter, subject, 'It is **over there**.', await say(pieter, subject, 'Where is the map?'));
  const element = await mountThread(clientFor(await backendAs('femke')), {subject, space});
  await seen(() => posts(element).length === 2 && button(element, 'Insightful for the post of Pieter Smit') && root(element).querySelector('.write'), 'the posts');
  return {element, subject};
}

describe('a conversation, as it is heard', () => {
  it('says its level, who posted when and whom they answer, and whose post each button is for', async () => {
    const {element} = await conversation();
    const buttons = [
      'button, Thanks for the post of Pieter Smit, Thanks, not pressed',
      'button, Insightful for the post of Pieter Smit, Insightful, not pressed',
      'button, Me too for the post of Pieter Smit, Me too, not pressed',
      'button, Celebrate for the post of Pieter Smit, Celebrate, not pressed',
      'button, Reply to Pieter Smit',
      'button, More about the post of Pieter Smit',
    ];
    expect(await (await listenTo(element)).read()).to.deep.equal([
      'region, Conversation, not busy',
      'heading, Conversation, level 2',
      '2 posts',
      'button, Follow, not pressed',
      'article, Pieter Smit (time)', 'heading, Pieter Smit, level 3', 'link, (time)', 'time, (date)',
      'Where is the map?',
      ...buttons,
      'button, Hide replies: Hide the replies to Pieter Smit, expanded',
      'article, Pieter Smit (time)', 'heading, Pieter Smit, level 3', 'link, (time)', 'time, (date)',
      'In reply to Pieter Smit',
      'It is', 'strong', 'over there', '.',
      ...buttons,
      'button, Join the conversation…',
      'status',
    ]);
  });

  it('says at once what is missing, and once that a question was sent', async () => {
    const element = await mountThread(clientFor(await backendAs('femke')), {space, kind: 'question'});
    const field = await type(element, '');
    const spoken = await listenTo(element);
    button(element, 'Ask')!.click();
    await spoken.hear('assertive: Say your question in one sentence first.');
    typeInto(root(element).querySelector<HTMLTextAreaElement>('[part="title-field"]')!, 'Where is the map of the house?');
    button(element, 'Ask')!.click();
    await spoken.hear('assertive: Write something first.');
    expect((await spoken.read()).find(phrase => phrase.startsWith('textbox, What have you tried'))).to.match(/Write something first\., invalid$/);
    typeInto(field, 'I looked at the door.');
    button(element, 'Ask')!.click();
    await spoken.hear('polite: Posted.');
    expect(await spoken.heard()).to.deep.equal(['assertive: Say your question in one sentence first.', 'assertive: Write something first.', 'polite: Posted.']);
    const headings = (await spoken.read()).filter(phrase => phrase.startsWith('heading'));
    expect(headings).to.deep.equal(['heading, Where is the map of the house?, level 2', 'heading, Femke Visser, level 3']);
  });

  it('gathers what others post, and leaves the reader where they are', async () => {
    const {element, subject} = await conversation();
    const spoken = await listenTo(element);
    const follow = button(element, 'Follow')!;
    follow.focus();
    const others = await Promise.all(['amara', 'joris', 'pieter'].map(person => backendAs(person)));
    await Promise.all(others.map((backend, index) => say(backend, subject, `Number ${index}`)));
    await seen(() => posts(element).length === 5, 'the posts');
    await spoken.hear('polite: ');
    const heard = await spoken.heard();
    expect(heard).to.have.length(1);
    expect(heard[0]).to.match(/^polite: \d new posts?\.$/);
    expect(root(element).activeElement).to.equal(follow);
  });

  it('says that thanks are pressed where they were pressed, and nowhere else', async () => {
    const {element} = await conversation();
    const spoken = await listenTo(element);
    const thanks = button(element, 'Thanks for the post of Pieter Smit')!;
    thanks.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => thanks.ariaPressed === 'true', 'the thanks');
    const said = (await spoken.read()).filter(phrase => phrase.startsWith('button, Thanks'));
    expect(said).to.deep.equal(['button, Thanks for the post of Pieter Smit, 1, Thanks, pressed', 'button, Thanks for the post of Pieter Smit, Thanks, not pressed']);
    expect(await spoken.heard()).to.deep.equal([]);
  });

  it('says that a post is removed, how to undo it, and that it stays', async () => {
    const {element} = await conversation();
    await type(element, 'Too hasty');
    button(element, 'Post')!.click();
    const removal = await seen(() => posts(element)[2]?.querySelector<HTMLElement>('[data-act=remove]'), 'the button to remove');
    const spoken = await listenTo(element);
    removal.focus();
    await sendKeys({press: 'Enter'});
    await spoken.hear('polite: Removed. This can be undone for a few seconds.');
    await seen(() => root(element).activeElement?.getAttribute('data-act') === 'discard', 'the focus on the way back');
    expect((await spoken.places()).at(-1)).to.equal('button, Undo the removal');
    await sendKeys({press: 'Enter'});
    await spoken.hear('polite: It stays.');
    expect((await spoken.places()).at(-1)).to.match(/^article, Femke Visser /);
    expect(texts(element)[2]).to.equal('Too hasty');
  });

  it('says how many people can be mentioned, how to choose among them, and which one it is', async () => {
    const {element} = await conversation();
    const field = await type(element, '');
    const spoken = await listenTo(element);
    field.focus();
    await sendKeys({type: '@Han'});
    await spoken.hear('polite: 1 person. Enter to choose.');
    const said = (await spoken.read()).filter(phrase => /^(listbox|option|textbox)/.test(phrase));
    expect(said).to.deep.equal([
      'textbox, Your post, Markdown works here: **bold**, lists, `code`., active descendant Hanna Virtanen, autocomplete in list, 1 control, has popup listbox, not invalid',
      'listbox, People, orientated vertically',
      'option, Hanna Virtanen, selected, position 1, set size 1',
    ]);
    await sendKeys({press: 'Escape'});
    expect(field.getAttribute('aria-controls')).to.equal(null);
    expect((await spoken.read()).find(phrase => phrase.startsWith('textbox'))).to.equal(
      'textbox, Your post, Markdown works here: **bold**, lists, `code`., autocomplete in list, has popup listbox, not invalid');
  });
});
