import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {GuidelinesElement} from '@social-learning/elements';
import '@social-learning/elements/guidelines/define';
import {memoryStorage, type Client} from '@social-learning/sdk';
import {GuidedBackend} from './support/guided.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type} from './support/mount.ts';
import {ann, bob} from './support/people.ts';

async function mount(client: Client): Promise<GuidelinesElement> {
  const element = await fixture<GuidelinesElement>(html`<sl-guidelines .client=${client} lang="en"></sl-guidelines>`);
  await seen(() => !element.matches(':state(loading)') && root(element).querySelector('.rules, .quiet, .notice'), 'the guidelines');
  return element;
}

const rulesOf = (element: Element) => [...root(element).querySelectorAll('.sentence')].map(({textContent}) => textContent);
const fields = (element: Element) => [...root(element).querySelectorAll<HTMLTextAreaElement>('.rule-editor textarea')];
const write = (field: HTMLTextAreaElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
};

describe('guidelines', () => {
  it('shows the rules, and takes agreement by keyboard alone', async () => {
    const guided = new GuidedBackend();
    const element = await mount(clientFor(guided.as(ann)));
    expect(rulesOf(element)).to.deep.equal(['Be kind to whoever asks.', 'Say how you know it.']);
    await expect(element).to.be.accessible();
    let agreed = 0;
    element.addEventListener('sl-guidelines-agreed', ({version}) => (agreed = version));
    (await seen(() => button(element, 'I agree'), 'the button to agree')).focus();
    await sendKeys({press: 'Enter'});
    await seen(() => element.matches(':state(agreed)'), 'the agreement');
    await seen(() => root(element).activeElement?.textContent?.includes('You agreed to this'), 'the focus on what became of it');
    expect([agreed, guided.accepted.get(ann.id)]).to.deep.equal([1, 1]);
  });

  it('asks guests for nothing, and says where there are none', async () => {
    const element = await mount(clientFor(new GuidedBackend().as(null)));
    expect(button(element, 'I agree')).to.equal(undefined);
    const empty = await mount(clientFor(new GuidedBackend({rules: null}).as(bob)));
    expect(empty.matches(':state(empty)')).to.equal(true);
    await expect(empty).to.be.accessible();
  });

  it('says what became of one’s reports', async () => {
    const element = await mount(clientFor(new GuidedBackend().as(ann)));
    (await seen(() => root(element).querySelector('summary'), 'the disclosure')).click();
    await seen(() => root(element).querySelector('.affair')?.textContent?.includes('agreed with you'), 'the outcome');
    await expect(element).to.be.accessible();
  });

  it('is written in place by a curator, as a draft until it is published', async () => {
    const guided = new GuidedBackend();
    const drafts = memoryStorage();
    const first = await mount(clientFor(guided.as(ann, ['learner', 'curator']), {drafts}));
    (await seen(() => button(first, 'Edit'), 'the button to edit')).click();
    write((await seen(() => fields(first)[0], 'the editor')), 'Be very kind.');
    button(first, 'Add a rule')!.click();
    await seen(() => fields(first).length === 9, 'the new rule');
    write(fields(first)[6]!, 'Laugh together.');
    await expect(first).to.be.accessible();
    first.remove();

    const again = await mount(clientFor(guided.as(ann, ['learner', 'curator']), {drafts}));
    (await seen(() => button(again, 'Edit'), 'the button to edit')).click();
    await seen(() => fields(again)[6]?.value === 'Laugh together.', 'the draft');
    button(again, 'Up: rule 3')!.click();
    await seen(() => fields(again)[3]?.value === 'Laugh together.', 'the rule in its new place');
    expect(root(again).activeElement).to.equal(fields(again)[3]);
    button(again, 'Publish')!.click();
    await seen(() => root(again).querySelector('.version')?.textContent?.includes('Version 2'), 'the new version');
    expect(rulesOf(again)).to.deep.equal(['Be very kind.', 'Laugh together.', 'Say how you know it.']);
  });

  it('keeps what a curator wrote when somebody else publishes first', async () => {
    const guided = new GuidedBackend();
    const element = await mount(clientFor(guided.as(ann, ['learner', 'curator'])));
    (await seen(() => button(element, 'Edit'), 'the button to edit')).click();
    write((await seen(() => fields(element)[0], 'the editor')), 'Mine.');
    guided.guidelines = {...guided.guidelines!, version: 2, rules: [{id: 'other', sentence: 'Theirs.', do: null, dont: null}]};
    button(element, 'Publish')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent?.includes('Publish again'), 'the conflict');
    expect(fields(element)[0]!.value).to.equal('Mine.');
    button(element, 'Publish')!.click();
    await seen(() => guided.guidelines!.version === 3, 'the third version');
    expect(guided.guidelines.rules[0]!.sentence).to.equal('Mine.');
  });
});

describe('guidelines beside a composer', () => {
  it('asks in place before the first post, loses nothing, and posts once one agrees', async () => {
    const guided = new GuidedBackend();
    const element = await mountThread(clientFor(guided.as(ann)));
    const field = await type(element, 'My first words');
    await seen(() => root(element).querySelector('.space-rules[open]'), 'the guidelines');
    button(element, 'Post')!.click();
    await seen(() => root(element).querySelector('.error:not([hidden])')?.textContent?.includes('Agree to the guidelines'), 'the request to agree');
    expect(field.value).to.equal('My first words');
    expect(posts(element)).to.have.length(0);
    const agree = await seen(() => button(element, 'I agree, post it'), 'the button to agree');
    expect(root(element).activeElement).to.equal(agree);
    await expect(element).to.be.accessible();
    await sendKeys({press: 'Enter'});
    await seen(() => posts(element)[0] && !posts(element)[0]!.classList.contains('sending'), 'the post');
    expect(texts(element)).to.deep.equal(['My first words']);
    expect(field.value).to.equal('');
    expect(root(element).querySelector('.error:not([hidden])')).to.equal(null);
  });

  it('holds a post that was sent before anybody knew, and sends it once its author agrees', async () => {
    const guided = new GuidedBackend();
    guided.readable = false;
    const element = await mountThread(clientFor(guided.as(ann)));
    await type(element, 'Sent from a train');
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0]?.textContent?.includes('Waiting for you.'), 'the post that waits');
    button(element, 'Read and agree')!.click();
    await seen(() => posts(element)[0]?.textContent?.includes('could not be read'), 'why there is nothing to agree to');
    guided.readable = true;
    (await seen(() => button(element, 'Try again'), 'the button to read them again')).click();
    (await seen(() => button(element, 'I agree, post it'), 'the button to agree')).click();
    await seen(() => !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
    expect(texts(element)).to.deep.equal(['Sent from a train']);
  });

  it('stays a quiet line for who has agreed', async () => {
    const guided = new GuidedBackend();
    guided.accepted.set(ann.id, 1);
    const element = await mountThread(clientFor(guided.as(ann)), {subject: newSubject()});
    await type(element, 'Again');
    const details = await seen(() => root(element).querySelector<HTMLDetailsElement>('.space-rules'), 'the quiet line');
    expect(details.open).to.equal(false);
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0] && !posts(element)[0]!.classList.contains('sending'), 'the post');
  });
});
