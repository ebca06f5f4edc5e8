import {expect, html} from '@open-wc/testing';
import type {ChecklistElement, KudosElement, LeaderboardElement, NotificationsElement, UploaderElement} from '@social-learning/elements';
import '@social-learning/elements/checklist/define';
import '@social-learning/elements/kudos/define';
import '@social-learning/elements/leaderboard/define';
import '@social-learning/elements/notifications/define';
import '@social-learning/elements/uploader/define';
import {backendAs} from './support/backend.ts';
import {drawPeople} from './support/cast.ts';
import {engine} from './support/engine.ts';
import {newId} from './support/ids.ts';
import {byKeys, focused, focusOn, inField, openPage, press, tabBackTo, tabTo, write} from './support/keyboard.ts';
import {clientFor, newSubject, root, seen} from './support/mount.ts';
import {serverSays} from './support/server.ts';

const space = 'onboarding';
/** For each engine somebody who makes a checklist, somebody who uses things, and somebody who answers them: they all use one server. */
const [author, reader, other] = {chromium: ['kwame', 'viktor', 'chloe'], firefox: ['bram', 'mehdi', 'ingrid'], webkit: ['zeynep', 'ana', 'george']}[engine] as [string, string, string];

const status = (element: Element) => root(element).querySelector('.visually-hidden[role="status"]')!.textContent;

describe('from the beginning of the page, by keys alone', () => {
  byKeys('kudos are given to two people, and taken back', async () => {
    const [ann, bob, cas] = await drawPeople(3);
    const backend = await backendAs(ann!.id);
    const element = await openPage<KudosElement>(html`<sl-kudos .client=${clientFor(backend)} to=${bob!.id} space=${space} lang="en"></sl-kudos>`);
    await seen(() => root(element).querySelector('.open:not([aria-disabled="true"])')?.textContent.includes('Thank'), 'the kudos');
    const opener = await tabTo(new RegExp(`^Thank ${bob!.name}`));
    await press('Enter');
    await inField('What did they do, and what did it mean to you?');
    const words = `By keys ${newId()}`;
    await write(words);
    await tabBackTo('Whom do you thank?');
    await write(cas!.name.slice(0, 5));
    await seen(() => root(element).querySelector('dialog [role="option"]')?.textContent.includes(cas!.name), 'the person');
    await press('Enter');
    await seen(() => root(element).querySelectorAll('.chip').length === 2, 'who was chosen');
    await inField('Whom do you thank?');
    await tabTo('Give kudos');
    await press('Enter');
    await seen(() => root(element).querySelector('dialog[open]') === null && status(element) === 'Kudos given.', 'that they are given');
    expect(focused()).to.equal(opener);
    const given = async () => (await backend.call('kudos.list', {space, person: bob!.id})).kudos.items.some(({message}) => message === words);
    await serverSays(given, 'the kudos');
    await tabTo('Take back');
    await press('Enter');
    await seen(() => status(element) === 'Taken back.', 'that they are taken back');
    await seen(() => focused() === opener, 'the focus on what opens the form');
    await serverSays(async () => !await given(), 'the end of the kudos');
  });

  byKeys('the form of kudos is left by Escape, with the focus where it came from', async () => {
    const [ann, bob] = await drawPeople(2);
    const element = await openPage<KudosElement>(html`<sl-kudos .client=${clientFor(await backendAs(ann!.id))} to=${bob!.id} space=${space} lang="en"></sl-kudos>`);
    await seen(() => root(element).querySelector('.open:not([aria-disabled="true"])')?.textContent.includes('Thank'), 'the kudos');
    const opener = await tabTo(new RegExp(`^Thank ${bob!.name}`));
    await press('Enter');
    await inField('What did they do, and what did it mean to you?');
    await press('Escape');
    await seen(() => root(element).querySelector('dialog[open]') === null && focused() === opener, 'the focus on what opened it');
  });

  byKeys('a checklist is ticked', async () => {
    const backend = await backendAs(author);
    const id = newId();
    const steps = ['Meet your buddy', 'Walk the house'].map(text => ({id: newId(), text, note: null, critical: false}));
    await backend.call('checklists.create', {space, subject: {key: newSubject()}, title: 'Day 1', description: null, steps}, {key: id});
    await backend.call('checklists.publish', {checklist: id, revision: 1}, {key: newId()});
    const learner = await backendAs(reader);
    const element = await openPage<ChecklistElement>(html`<sl-checklist .client=${clientFor(learner)} space=${space} checklist=${id} lang="en"></sl-checklist>`);
    await seen(() => root(element).querySelector('#done'), 'one’s own run');
    for (const [index, {text}] of steps.entries()) {
      const box = await tabTo(text) as HTMLInputElement;
      await press(' ');
      await seen(() => box.checked && root(element).querySelector('#done')!.textContent === `${index + 1} of 2 steps done.`, 'the tick');
      expect(focused()).to.equal(box);
    }
    await serverSays(async () => (await learner.call('checklists.mine', {checklist: id})).run.ticks.filter(({on}) => on).length === 2, 'the ticks');
  });

  byKeys('a checklist is written, put in order and published', async () => {
    const backend = await backendAs(author);
    const subject = newSubject();
    const element = await openPage<ChecklistElement>(html`<sl-checklist .client=${clientFor(backend)} space=${space} subject=${subject} create lang="en"></sl-checklist>`);
    await seen(() => root(element).querySelector('#title'), 'the editor');
    await tabTo('Title');
    await write('Before you drive');
    await tabTo(/^Step 1 of /);
    await write('Lights');
    const steps = () => [...root(element).querySelectorAll<HTMLTextAreaElement>('[data-control="text"]')].map(({value}) => value);
    for (const text of ['Tyres', 'Belt']) {
      const {length} = steps();
      await press('Enter');
      await seen(() => steps().length === length + 1 && focused().matches('[data-control="text"]') && (focused() as HTMLTextAreaElement).value === '', 'the next step');
      await write(text);
    }
    const belt = focused();
    await press('Alt+ArrowUp');
    await seen(() => steps().join() === 'Lights,Belt,Tyres' && focused() === belt, 'the new order');
    await tabTo(/^Down: step 2/);
    await press('Enter');
    await seen(() => steps().join() === 'Lights,Tyres,Belt', 'the order as it was');
    await focusOn('Down: step 3');
    await tabTo('Remove: step 3');
    await press('Enter');
    await seen(() => steps().join() === 'Lights,Tyres', 'what is left');
    await seen(() => (focused() as HTMLTextAreaElement).value === 'Tyres', 'the focus on the step beside it');
    await tabTo('Put the removed step back');
    await press('Enter');
    await seen(() => (focused() as HTMLTextAreaElement).value === 'Belt', 'the focus on what is back');
    await tabTo('Publish');
    await press('Enter');
    await focusOn('Before you drive');
    const {checklist} = await backend.call('checklists.read', {space, subject});
    expect([checklist?.state, checklist?.steps.map(({text}) => text)]).to.deep.equal(['published', ['Lights', 'Tyres', 'Belt']]);
  });

  byKeys('the leaderboard changes its view and its period, is left and come back to', async () => {
    const backend = await backendAs(reader);
    await backend.call('posts.create', {space, subject: {key: newSubject()}, kind: 'question', title: 'Where?', source: 'Where is it?'}, {key: newId()});
    const element = await openPage<LeaderboardElement>(html`<sl-leaderboard .client=${clientFor(backend)} space=${space} view="near" period="month" lang="en"></sl-leaderboard>`);
    await seen(() => root(element).querySelector('.own-place'), 'the board');
    const teams = await tabTo('Teams');
    await press('Enter');
    await seen(() => root(element).querySelector('caption')?.textContent.includes('Teams') && teams.ariaPressed === 'true', 'the teams');
    expect(focused()).to.equal(teams);
    const period = await tabTo('Period') as HTMLSelectElement;
    await press('ArrowDown');
    await seen(() => element.period === 'quarter', 'the quarter');
    expect(focused()).to.equal(period);
    await seen(() => root(element).querySelector('.own-place'), 'the board of the quarter');
    await tabTo('Leave the leaderboards');
    await press('Enter');
    await focusOn('Come back to the leaderboards');
    await press('Enter');
    await focusOn('Leave the leaderboards');
    await seen(() => status(element) === 'You are on the leaderboards again.', 'that one is back');
  });

  byKeys('the leaderboard is read to its end', async () => {
    const element = await openPage<LeaderboardElement>(html`<sl-leaderboard .client=${clientFor(await backendAs(reader))} space=${space} view="top" period="all" lang="en"></sl-leaderboard>`);
    const more = await seen(() => root(element).querySelector<HTMLElement>('.more'), 'the way on');
    await tabTo('Show more people');
    while (more.isConnected) {
      const {length} = root(element).querySelectorAll('tbody tr');
      await press('Enter');
      await seen(() => root(element).querySelectorAll('tbody tr').length > length, 'more rows');
    }
    await focusOn('What earns points');
  });

  byKeys('the bell is opened, walked through, read and closed', async () => {
    const [me, them] = [await backendAs(reader), await backendAs(other)];
    const subject = {key: newSubject(), title: 'A day with a map', url: 'https://intranet.example/day-1'};
    const {post} = await me.call('posts.create', {space, subject, source: 'Where is the map?'}, {key: newId()});
    await them.call('posts.create', {space, subject: {key: subject.key}, parent: post.id, source: 'On the wall.'}, {key: newId()});
    await serverSays(async () => (await me.call('notifications.list', {})).notifications.items[0]?.subject?.key === subject.key, 'the notification');
    const element = await openPage<NotificationsElement>(html`<sl-notifications .client=${clientFor(me)} lang="en"></sl-notifications>`);
    const bell = await seen(() => root(element).querySelector<HTMLElement>('.bell[aria-label*="unread"]'), 'the number');
    await tabTo(/^Notifications, \d+ unread/);
    await press('Enter');
    const panel = root(element).querySelector<HTMLElement>('.panel')!;
    await seen(() => focused() === panel && root(element).querySelector('a.item'), 'the list');
    await tabTo('Mark all as read');
    await press('Enter');
    await seen(() => bell.ariaLabel === 'Notifications', 'that nothing is unread');
    await focusOn(/A day with a map/);
    expect((focused() as HTMLAnchorElement).href).to.match(/^https:\/\/intranet\.example\/day-1#sl-post-/);
    await tabTo('What I want to hear of');
    await press('Enter');
    await tabTo('Replies to what I wrote');
    await press('Escape');
    await seen(() => panel.hidden && focused() === bell, 'the focus on the bell');
    await serverSays(async () => (await me.call('notifications.list', {})).unread === 0, 'that all is read');
  });

  byKeys('files can be chosen, and a link is shared', async () => {
    const backend = await backendAs(reader);
    const subject = newSubject();
    const element = await openPage<UploaderElement>(html`<sl-uploader .client=${clientFor(backend)} space=${space} subject=${subject} lang="en"></sl-uploader>`);
    await seen(() => root(element).querySelector('#pick'), 'the choice of files');
    const pick = await tabTo('Choose files') as HTMLInputElement;
    expect([pick.type, pick.multiple]).to.deep.equal(['file', true]);
    await tabTo('Share a link');
    await press('Enter');
    await seen(() => root(element).querySelector('details')!.open, 'the form');
    const publish = await tabTo('Publish the link');
    await press('Enter');
    await seen(() => /The address is missing/.test(root(element).querySelector('details form')!.textContent), 'what is missing');
    expect(focused()).to.equal(publish);
    await tabBackTo(/^Address/);
    await write('https://example.org/');
    await tabTo(/^Title/);
    await write('A link by keys');
    await tabTo('Publish the link');
    await press('Enter');
    await seen(() => /A link by keys: It is published/.test(status(element)), 'the outcome');
    await serverSays(async () => (await backend.call('content.list', {space, subject})).items.items.some(({title}) => title === 'A link by keys'), 'the link');
    expect(focused().ariaLabel).to.equal('Publish the link');
  });
});
