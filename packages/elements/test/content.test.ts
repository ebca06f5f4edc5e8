import {expect, fixture, html} from '@open-wc/testing';
import type {ContentElement, ModerationElement} from '@social-learning/elements';
import '@social-learning/elements/content/define';
import '@social-learning/elements/moderation/define';
import {memoryStorage, type Client} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {drawPeople} from './support/cast.ts';
import {engine} from './support/engine.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, newSubject, root, seen, typeInto} from './support/mount.ts';

const space = 'onboarding';
const [one, other] = {chromium: ['viktor', 'chloe'], firefox: ['mehdi', 'ingrid'], webkit: ['ana', 'george']}[engine] as [string, string];

async function shareLink(client: Client, title: string, subject = newSubject()): Promise<string> {
  const {item: {id}} = await client.call('content.create', {space, subject: {key: subject}, kind: 'link', title, link: 'https://example.org/'}, {key: newId()});
  await client.call('content.publish', {item: id}, {key: newId()});
  return id;
}

async function mountItem(client: Client, item: string): Promise<ContentElement> {
  const element = await fixture<ContentElement>(html`<sl-content .client=${client} item=${item} conversation="off" lang="en"></sl-content>`);
  await seen(() => root(element).querySelector('.link'), 'the item');
  return element;
}

const title = (element: ContentElement) => root(element).querySelector<HTMLInputElement>('#item-title')!;

describe('what is shared', () => {
  it('plays a recording with a choice of speed, and a conversation below', async () => {
    const client = clientFor(await backendAs(other));
    const list = await fixture<ContentElement>(html`<sl-content .client=${client} space=${space} subject="onboarding/day-3" lang="en"></sl-content>`);
    (await seen(() => button(list, 'What the warehouse bell says'), 'the card')).click();
    const player = await seen(() => root(list).querySelector<HTMLAudioElement>('audio.player'), 'the player');
    expect(player.controls).to.equal(true);
    await seen(() => list.querySelector('sl-thread[slot="conversation"]'), 'the conversation');
    const speed = root(list).querySelector<HTMLSelectElement>('#speed')!;
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    expect(player.playbackRate).to.equal(1.5);
    await expect(list).to.be.accessible();
    button(list, 'Back to the list')!.click();
    await seen(() => root(list).activeElement?.textContent === 'What the warehouse bell says', 'the focus on the card');
    expect(list.querySelector('sl-thread')).to.equal(null);
  });

  it('hears of what is shared, and of what is archived, and lets its author remove it', async () => {
    const [mine, theirs] = [clientFor(await backendAs(one)), clientFor(await backendAs(other))];
    const subject = newSubject();
    const list = await fixture<ContentElement>(html`<sl-content .client=${theirs} space=${space} subject=${subject} lang="en"></sl-content>`);
    await seen(() => /Nothing is shared here yet/.test(root(list).textContent!), 'the empty list');
    const id = await shareLink(mine, 'Heard', subject);
    await seen(() => button(list, 'Heard'), 'the card');
    const single = await mountItem(mine, id);
    (await seen(() => button(single, 'Archive'), 'the button to archive')).click();
    await seen(() => button(list, 'Heard') === undefined, 'the end of the card');
    (await seen(() => button(single, 'Remove'), 'the button to remove')).click();
    (await seen(() => button(single, 'Remove for good'), 'the question')).click();
    await seen(() => /no longer shared/.test(root(single).textContent!), 'its end');
  });

  it('is edited by its author, whose words survive a reload and a change in the meantime', async () => {
    const backend = await backendAs(one);
    const drafts = memoryStorage();
    const mine = clientFor(backend, {drafts});
    const id = await shareLink(mine, 'First title');
    const watched = await mountItem(clientFor(await backendAs(other)), id);
    expect(button(watched, 'Edit')).to.equal(undefined);

    const before = await mountItem(mine, id);
    button(before, 'Edit')!.click();
    typeInto((await seen(() => title(before), 'the form')) as never, 'Second title');
    expect(root(before).activeElement?.id).to.equal('item-link');
    await expect(before).to.be.accessible();
    before.remove();

    const after = await mountItem(clientFor(backend, {drafts}), id);
    (await seen(() => button(after, 'Go on editing'), 'the way back')).click();
    await seen(() => title(after)?.value === 'Second title', 'what was typed');
    await mine.call('content.edit', {item: id, revision: 1, title: 'By another tab', link: 'https://example.org/'}, {key: newId()});
    button(after, 'Save')!.click();
    await seen(() => /edited in the meantime/.test(root(after).querySelector('.about [role=alert]')?.textContent ?? ''), 'the warning');
    expect(title(after).value).to.equal('Second title');
    button(after, 'Save')!.click();
    await seen(() => root(watched).querySelector('.heading')!.textContent === 'Second title', 'the new title');
    await seen(() => root(after).activeElement?.textContent === 'Edit', 'the focus on the button');
  });

  it('is reported by who is hurt, hidden by a moderator, and gone', async () => {
    const [, author, reader] = await drawPeople(3);
    const words = `Not for here ${newId()}`;
    const id = await shareLink(clientFor(await backendAs(author!.id)), words);
    const item = await mountItem(clientFor(await backendAs(reader!.id)), id);
    const report = await seen(() => button(item, `Report “${words}”`), 'the way to report');
    report.click();
    typeInto(await seen(() => root(item).querySelector('textarea'), 'the form'), 'It is an advertisement.');
    await expect(item).to.be.accessible();
    root(item).querySelector('form')!.requestSubmit();
    await seen(() => root(item).querySelector('[role=status]')?.textContent === 'Thank you. The moderators have it.', 'the thanks');
    const queue = await fixture<ModerationElement>(html`<sl-moderation .client=${clientFor(await backendAs('elin'))} space=${space} lang="en"></sl-moderation>`);
    queue.scrollIntoView();
    const card = await seen(() => [...root(queue).querySelectorAll<HTMLElement>('.case')].find(each => each.textContent!.includes(words)), 'the case');
    expect(card.textContent).to.include('It is an advertisement.');
    card.querySelector<HTMLElement>('[data-action=hide]')!.click();
    (await seen(() => card.querySelector('textarea'), 'the form')).value = 'We share what we made ourselves.';
    card.querySelector('form')!.requestSubmit();
    await seen(() => /no longer shared/.test(root(item).textContent!), 'its end');
  });
});
