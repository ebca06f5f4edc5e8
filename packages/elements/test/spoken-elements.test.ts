import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '@social-learning/elements/checklist/define';
import '@social-learning/elements/kudos/define';
import '@social-learning/elements/leaderboard/define';
import '@social-learning/elements/moderation/define';
import '@social-learning/elements/notifications/define';
import {backendAs} from './support/backend.ts';
import {drawPeople} from './support/cast.ts';
import {engine} from './support/engine.ts';
import {newId} from './support/ids.ts';
import {clientFor, newSubject, root, seen, typeInto} from './support/mount.ts';
import {listenTo} from './support/spoken.ts';

const space = 'onboarding';
/** Who writes a checklist, and who works through it, for each engine: they all use one server. */
const [author, learner] = {chromium: ['kwame', 'viktor'], firefox: ['bram', 'mehdi'], webkit: ['zeynep', 'ana']}[engine] as [string, string];
/** Who answers and who is told. */
const [told, answers] = {chromium: ['clara', 'maya'], firefox: ['henry', 'liam'], webkit: ['soraya', 'daan']}[engine] as [string, string];

describe('the elements, as they are heard', () => {
  it('kudos say whom one thanks, how many one may thank, and that they were given', async () => {
    const [ann, bob] = await drawPeople(2);
    const element = await fixture<HTMLElement>(html`<sl-kudos .client=${clientFor(await backendAs(ann!.id))} to=${bob!.id} space=${space} lang="en"></sl-kudos>`);
    (await seen(() => root(element).querySelector<HTMLElement>('.open:not([aria-disabled="true"])'), 'the kudos')).click();
    const field = await seen(() => root(element).querySelector<HTMLTextAreaElement>('dialog[open] textarea'), 'the form');
    const allowance = await seen(() => /You can thank \d+ more people until Monday\./.exec(field.form!.textContent!), 'the allowance');
    const said = await (await listenTo(element, 'dialog')).read();
    expect(said.slice(0, 3)).to.deep.equal([`dialog, Thank ${bob!.name}`, 'banner', `heading, Thank ${bob!.name}, level 2`]);
    expect(said).to.include.members([
      'button, Close', bob!.name, 'group, Does it show one of our values?',
      `textbox, What did they do, and what did it mean to you?, ${allowance[0]}, not invalid`, 'button, Give kudos, not disabled',
    ]);
    expect(said.filter(phrase => phrase.startsWith('combobox'))).to.deep.equal(['combobox, Whom do you thank?, has popup listbox, not expanded, autocomplete in list, 1 control']);
    expect(said.find(phrase => phrase.startsWith('radio, Just thanks'))).to.match(/position 1, set size \d+$/);

    const spoken = await listenTo(element, '[role="status"]:not(.hint)');
    typeInto(field, 'You asked what I did not dare to.');
    field.form!.requestSubmit();
    await spoken.hear('polite: Kudos given.');
    expect(await spoken.heard()).to.deep.equal(['polite: Kudos given.']);
  });

  it('a checklist says each step with its note, what is critical, and how far one is after each tick', async () => {
    const backend = await backendAs(author);
    const id = newId();
    const steps = ['Meet your buddy', 'Walk the house'].map((text, index) => ({id: newId(), text, note: index === 0 ? 'Ask at the gate.' : null, critical: index === 1}));
    await backend.call('checklists.create', {space, subject: {key: newSubject()}, title: 'Day 1', description: null, steps}, {key: id});
    await backend.call('checklists.publish', {checklist: id, revision: 1}, {key: newId()});
    const element = await fixture<HTMLElement>(html`<sl-checklist .client=${clientFor(await backendAs(learner))} space=${space} checklist=${id} lang="en"></sl-checklist>`);
    await seen(() => root(element).querySelector('#done'), 'one’s own run');
    const spoken = await listenTo(element);
    const said = await spoken.read();
    expect(said).to.include('heading, Day 1, level 2').and.to.include('progressbar, 0 of 2 steps done., 0, max value 2, min value 0, current value 0%');
    expect(said.filter(phrase => phrase.startsWith('checkbox')).map(phrase => phrase.replace(/, not checked$/, ''))).to.deep.equal([
      'checkbox, Meet your buddy, Ask at the gate.', 'checkbox, Walk the house Critical',
    ]);
    const boxes = [...root(element).querySelectorAll<HTMLInputElement>('.tick input')];
    for (const box of boxes) {
      box.focus();
      await sendKeys({press: ' '});
      await seen(() => box.checked, 'the tick');
    }
    await spoken.hear('polite: You have finished. Well done.');
    expect(await spoken.heard()).to.deep.equal(['polite: 1 of 2 steps done.', 'polite: You have finished. Well done.']);
  });

  it('the bell says how much is unread, whether it is open, and in it what is unread and of whom', async () => {
    const [me, other] = [await backendAs(told), await backendAs(answers)];
    const subject = {key: newSubject(), title: 'A day with a map'};
    const {notifications: {items: [last]}} = await me.call('notifications.list', {});
    if (last) await me.call('notifications.read', {until: last.id}, {key: newId()});
    const {post} = await me.call('posts.create', {space, subject, source: 'Where is the map?'}, {key: newId()});
    const element = await fixture<HTMLElement>(html`<sl-notifications .client=${clientFor(me)} lang="en"></sl-notifications>`);
    const bell = await seen(() => root(element).querySelector<HTMLElement>('.bell'), 'the bell');
    await other.call('posts.create', {space, subject: {key: subject.key}, parent: post.id, source: 'On the wall.'}, {key: newId()});
    await seen(() => bell.ariaLabel === 'Notifications, 1 unread', 'the number');
    const spoken = await listenTo(element, '.bell');
    bell.focus();
    await seen(() => root(element).activeElement === bell, 'the focus');
    expect((await spoken.places()).at(-1)).to.match(/^button, Notifications, 1 unread, not expanded/);
    await sendKeys({press: 'Enter'});
    await seen(() => root(element).querySelector('.item'), 'the list');
    const said = await (await listenTo(element, '.panel')).read();
    expect(said.slice(0, 3)).to.deep.equal(['region, Notifications', 'heading, Notifications, level 2', 'button, Mark all as read']);
    const item = said.indexOf('Unread:');
    expect(said.slice(item, item + 4)).to.deep.equal(['Unread:', said[item + 1], 'A day with a map', 'time, (date)']);
    expect(said[item + 1]).to.match(/ replied to you$/);
  });

  it('the leaderboard is a table that says its period, how it is sorted, and whose each row is', async () => {
    const client = clientFor(await backendAs(learner));
    await client.call('posts.create', {space, subject: {key: newSubject()}, kind: 'question', title: 'Where?', source: 'Where is it?'}, {key: newId()});
    const element = await fixture<HTMLElement>(html`<sl-leaderboard .client=${client} space=${space} view="near" period="month" lang="en"></sl-leaderboard>`);
    await seen(() => root(element).querySelector('.you'), 'oneself');
    const said = await (await listenTo(element)).read();
    expect(said.find(phrase => phrase.startsWith('table'))).to.match(/^table, Near me · Onboarding · .*\d{4}$/);
    expect(said.filter(phrase => phrase.startsWith('columnheader'))).to.deep.equal([
      'columnheader, Place, sorted in ascending order', 'columnheader, Name', 'columnheader, Points', 'columnheader, Since the last period',
    ]);
    const own = said.findIndex(phrase => /^rowheader, .* You$/.test(phrase));
    expect(said[said.slice(0, own).findLastIndex(phrase => phrase.startsWith('cell, '))]).to.match(/^cell, [\d,]+$/);
    expect(said.slice(own).filter(phrase => phrase.startsWith('cell, '))[1]).to.match(/new on the board|up|down|same/);
    expect(said).to.include('button, Near me, pressed').and.to.include('button, Top, not pressed');
    expect(said.find(phrase => phrase.startsWith('combobox, Period'))).to.include('not expanded');
  });

  it('a card of the moderators says what was reported, by whom, why, and what each button does to whose post', async () => {
    const words = `Unkind ${newId()}`;
    const {post} = await (await backendAs('pieter')).call('posts.create', {space: 'questions', subject: {key: newSubject(), title: 'A rough day'}, source: words}, {key: newId()});
    await (await backendAs('femke')).call('reports.create', {target: {type: 'post', id: post.id}, rule: 'be-kind', note: 'It hurts.'}, {key: newId()});
    const element = await fixture<HTMLElement>(html`<sl-moderation .client=${clientFor(await backendAs('elin'))} space="questions" lang="en"></sl-moderation>`);
    const card = await seen(() => [...root(element).querySelectorAll<HTMLElement>('.case')].find(each => each.textContent.includes(words)), 'the case');
    const said = await (await listenTo(element, `[data-case="${card.dataset['case']}"]`)).read();
    expect(said.filter(phrase => phrase !== 'list' && !phrase.startsWith('listitem'))).to.deep.equal([
      'article, A post of Pieter Smit', 'heading, A post of Pieter Smit, level 3', 'time, (date)', 'Reported', 'In', 'A rough day', words,
      'Femke Visser', 'time, (date)', 'Be kind to whoever asks.', 'It hurts.',
      'group, What to do',
      'button, Hide: the post of Pieter Smit, not disabled',
      'button, Remove: the post of Pieter Smit, not disabled',
      'button, Leave it as it is: the post of Pieter Smit, not disabled',
    ]);
    const spoken = await listenTo(element);
    card.querySelector<HTMLElement>('[data-action="hide"]')!.click();
    (await seen(() => card.querySelector('form'), 'the form')).requestSubmit();
    await spoken.hear('assertive: Say why: the person whose it is will read it.');
    card.querySelector('textarea')!.value = 'Say it kindly.';
    card.querySelector('form')!.requestSubmit();
    await spoken.hear('polite: Done.');
  });
});
