import {expect, html} from '@open-wc/testing';
import type {GuidelinesElement, MentorFinder, ProfileElement} from '@social-learning/elements';
import '@social-learning/elements/guidelines/define';
import '@social-learning/elements/mentor-card/define';
import '@social-learning/elements/mentor-finder/define';
import '@social-learning/elements/profile/define';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {GuidedBackend} from './support/guided.ts';
import {newId} from './support/ids.ts';
import {byKeys, focused, focusOn, inField, openPage, press, tabTo, write} from './support/keyboard.ts';
import {clientFor, root, seen} from './support/mount.ts';
import {ann} from './support/people.ts';
import {serverSays} from './support/server.ts';

/** For each engine somebody who edits themself, somebody who looks for a mentor, and a space in which there is one: they all use one server. */
const [editor, seeker, mentoring] = {
  chromium: ['mehdi', 'noor', 'questions'], firefox: ['anouk', 'oskar', 'archive'], webkit: ['sipho', 'lucia', 'hello'],
}[engine] as [string, string, string];

describe('people, from the beginning of the page, by keys alone', () => {
  byKeys('one’s own profile is edited, and left as it was by Escape', async () => {
    const backend = await backendAs(editor);
    const element = await openPage<ProfileElement>(html`<sl-profile .client=${clientFor(backend)} space="onboarding" lang="en"></sl-profile>`);
    await seen(() => root(element).querySelector('.edit'), 'the profile');
    await tabTo('Edit your profile');
    await press('Enter');
    const title = await inField('What you do');
    const words = `Does it by keys ${newId()}`;
    await press('Control+a');
    await write(words);
    expect(title.value).to.equal(words);
    await tabTo('Save');
    await press('Enter');
    await focusOn('Edit your profile');
    await serverSays(async () => (await backend.call('people.read', {})).profile?.title === words, 'the title');
    await press('Enter');
    await inField('What you do');
    await write('Something else');
    await press('Escape');
    await focusOn('Edit your profile');
    expect(root(element).textContent).to.include(words);
  });

  byKeys('a mentor is looked for, found and asked, and the request is taken back', async () => {
    const [mentor, backend] = [await backendAs('sanne'), await backendAs(seeker)];
    // What an earlier run left open would stand where one asks.
    for (const {id} of (await backend.call('mentorships.list', {space: mentoring})).items) await backend.call('mentorships.end', {mentorship: id}, {key: newId()}).catch(() => undefined);
    const skills = ['Baking', 'Chess', 'Dancing', 'Editing', 'Fishing', 'Gardening', 'Hiking', 'Ironing', 'Juggling'];
    const offer = {title: 'Shift lead', help: 'Your first weeks.', skills: ['Planning', ...skills], topics: ['Warehouse'], languages: ['nl'], timeZone: 'Europe/Amsterdam', capacity: 50, paused: false};
    await mentor.call('mentors.offer', {...offer, space: mentoring}, {key: newId()});
    const element = await openPage<MentorFinder>(html`<sl-mentor-finder .client=${clientFor(backend)} space=${mentoring} lang="en"></sl-mentor-finder>`);
    await seen(() => root(element).querySelector('.result'), 'the results');
    const search = await tabTo('Search by name, skill or topic');
    await write('sanne');
    await seen(() => root(element).querySelector('[role="status"]')!.textContent === '1 mentor', 'the one');
    expect(focused()).to.equal(search);
    const choice = await tabTo(/^Baking/) as HTMLInputElement;
    await press(' ');
    await seen(() => root(element).querySelector('.reasons')?.textContent.includes('Knows Baking'), 'why she fits');
    expect([focused() === choice, choice.checked]).to.deep.equal([true, true]);
    await tabTo(/^All \d+$/);
    await press('Enter');
    await focusOn(/^(Gardening|Hiking|Ironing|Juggling)/);
    await tabTo('Show more of Sanne de Vries');
    await press('Enter');
    await focusOn('Show less of Sanne de Vries');
    const card = await seen(() => root(element).querySelector('sl-mentor-card'), 'the card');
    await seen(() => root(card).querySelector('[part~="ask"]'), 'the way to ask');
    await press('Shift+Tab');
    await focusOn('Ask for mentoring');
    await press('Enter');
    await inField('What do you want to be able to do?');
    await write('Read the plan');
    await tabTo('Ask');
    await press('Enter');
    await seen(() => focused().matches('.mentorship.requested'), 'the focus on the request');
    const open = async () => (await backend.call('mentorships.list', {space: mentoring})).items.some(({state, goal}) => state === 'requested' && goal === 'Read the plan');
    await serverSays(open, 'the request');
    await tabTo(/^Take back your request/);
    await press('Enter');
    await seen(() => root(card).querySelector('.mentorship.cancelled'), 'the end of it');
    await focusOn('History');
    await tabTo('Ask for mentoring');
    await serverSays(async () => !await open(), 'the end of the request');
  });

  byKeys('guidelines are agreed to', async () => {
    const guided = new GuidedBackend();
    const element = await openPage<GuidelinesElement>(html`<sl-guidelines .client=${clientFor(guided.as(ann))} lang="en"></sl-guidelines>`);
    await seen(() => root(element).querySelector('.send'), 'the way to agree');
    await tabTo('I agree');
    await press('Enter');
    await focusOn('You agreed to this');
    expect(guided.accepted.get(ann.id)).to.equal(1);
    await tabTo('Your reports, and what moderators told you');
    await press('Enter');
    await seen(() => root(element).querySelector('.affair'), 'what became of them');
  });

  byKeys('an older version of the guidelines is looked at, and the one in force again', async () => {
    const guided = new GuidedBackend();
    guided.guidelines = {...guided.guidelines!, version: 2};
    const element = await openPage<GuidelinesElement>(html`<sl-guidelines .client=${clientFor(guided.as(ann))} lang="en"></sl-guidelines>`);
    await seen(() => root(element).querySelector('.send'), 'the guidelines');
    await tabTo('Show version 1');
    await press('Enter');
    await focusOn('Show the one in force');
    await press('Enter');
    await focusOn('I agree');
  });
});
