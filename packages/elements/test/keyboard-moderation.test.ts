import {expect, html} from '@open-wc/testing';
import type {ModerationElement, ThreadElement} from '@social-learning/elements';
import '@social-learning/elements/moderation/define';
import '@social-learning/elements/thread/define';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {byKeys, focused, focusOn, openPage, press, tabTo, write} from './support/keyboard.ts';
import {clientFor, newSubject, posts, root, seen, settled} from './support/mount.ts';

/** A post that somebody wrote and somebody else reported. */
async function reported(words: string) {
  const subject = newSubject();
  const text = `${words} ${newId()}`;
  const {post} = await (await backendAs('pieter')).call('posts.create', {space: 'questions', subject: {key: subject}, source: text}, {key: newId()});
  await (await backendAs('femke')).call('reports.create', {target: {type: 'post', id: post.id}, rule: 'be-kind', note: 'It hurts.'}, {key: newId()});
  return {subject, text, post: post.id};
}

describe('moderation, from the beginning of the page, by keys alone', () => {
  byKeys('a case is decided with a reason, and put away', async () => {
    const {text, post} = await reported('Unkind words');
    const backend = await backendAs('elin');
    const element = await openPage<ModerationElement>(html`<sl-moderation .client=${clientFor(backend)} space="questions" lang="en"></sl-moderation>`);
    const card = () => [...root(element).querySelectorAll<HTMLElement>('.case')].find(each => each.textContent.includes(text));
    await seen(card, 'the case');
    while (!card()!.contains(focused())) await tabTo('Hide: the post of Pieter Smit');
    await press('Enter');
    await focusOn('Which rule?');
    await tabTo('Why? Whoever it is about will read this.');
    await press('Escape');
    await focusOn('Hide: the post of Pieter Smit');
    expect(card()!.contains(focused())).to.equal(true);
    await press('Enter');
    await focusOn('Which rule?');
    await tabTo('Why? Whoever it is about will read this.');
    await write('Say it kindly.');
    await tabTo('Hide');
    await press('Enter');
    await seen(() => card()?.querySelector('.outcome')?.textContent.includes('Elin Lindqvist hid this.') && focused() === card(), 'the focus on the card');
    const {cases} = await backend.call('cases.list', {space: 'questions', target: post});
    expect(cases.items[0]?.decision?.reason).to.equal('Say it kindly.');
    await tabTo('Put away');
    await press('Enter');
    await seen(() => !card(), 'the empty place');
    expect(focused()).not.to.equal(document.body);
  });

  byKeys('a post is hidden and shown again where it stands', async () => {
    const {subject, text} = await reported('Hide me');
    const element = await openPage<ThreadElement>(html`<sl-thread .client=${clientFor(await backendAs('elin'))} subject=${subject} space="questions" lang="en"></sl-thread>`);
    await settled(element);
    await seen(() => posts(element)[0]?.textContent.includes(text) && posts(element)[0]!.querySelector('[data-act="more"]'), 'the post, and what can be done with it');
    await tabTo('More about the post of Pieter Smit');
    await press('Enter');
    await focusOn('Quote the post of Pieter Smit');
    await tabTo('Hide the post of Pieter Smit');
    await press('Enter');
    await focusOn('Which rule?');
    await tabTo('Why? Its author will read this.');
    await write('Not here.');
    await tabTo('Hide');
    await press('Enter');
    await seen(() => posts(element)[0]?.textContent.includes('Hidden by a moderator') && focused() === posts(element)[0], 'the focus on the post');
    await tabTo('More about the post of Pieter Smit');
    await press('Enter');
    await focusOn('Copy link to the post of Pieter Smit');
    await tabTo(/^Show again/);
    await press('Enter');
    await seen(() => !posts(element)[0]?.textContent.includes('Hidden by a moderator'), 'the post as it was');
    await seen(() => posts(element)[0]!.contains(focused()), 'the focus in the post');
  });
});
