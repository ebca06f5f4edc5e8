import {expect, fixture, html} from '@open-wc/testing';
import type {Input, Output} from '@social-learning/protocol';
import {SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {MentorCard, MentorFinder} from '@social-learning/elements';
import '@social-learning/elements/mentor-card/define';
import '@social-learning/elements/mentor-finder/define';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, root, seen} from './support/mount.ts';

const offer: Input<'mentors.offer'> = {
  title: 'Shift lead', help: 'Your first weeks.', skills: ['Planning', 'Excel'], topics: ['Warehouse'], languages: ['nl', 'en'],
  timeZone: 'Europe/Amsterdam', capacity: 2, paused: false,
};
/** A space for each engine: the mentors of the demo are few. */
const space = {chromium: 'questions', firefox: 'archive', webkit: 'hello'}[engine];

/** A mentor of the demo who offers something in a space where nobody else does. */
async function mentorIn(person: 'tomas' | 'sanne' | 'hanna', wish: Partial<Input<'mentors.offer'>> = {}): Promise<{backend: Backend; id: string}> {
  const backend = await backendAs(person);
  const client = clientFor(backend);
  const {id} = (await client.call('me.read', {})).person!;
  await client.call('mentors.offer', {...offer, ...wish, space}, {key: client.createId()});
  return {backend, id};
}

/** Ends whatever is open between people of the demo, so that a test begins anew. */
async function endAll(person: string): Promise<void> {
  const client = clientFor(await backendAs(person));
  const {items}: Output<'mentorships.list'> = await client.call('mentorships.list', {space});
  for (const {id, state} of items) {
    if (state === 'requested' || state === 'active') await client.call('mentorships.end', {mentorship: id}, {key: client.createId()}).catch(() => undefined);
  }
}

async function mountCard(client: Client, attributes: {person?: string; variant?: MentorCard['variant']; lang?: string} = {}): Promise<MentorCard> {
  const element = await fixture<MentorCard>(html`
    <sl-mentor-card .client=${client} .person=${attributes.person} space=${space} variant=${attributes.variant ?? 'full'} lang=${attributes.lang ?? 'en'}></sl-mentor-card>`);
  await seen(() => !element.matches(':state(loading)') && root(element).querySelector('.name, .notice'), 'the card');
  return element;
}

const text = (element: Element) => root(element).textContent!.replaceAll(/\s+/g, ' ');

function fill(element: Element, id: string, value: string): HTMLInputElement {
  const field = root(element).querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  return field;
}

describe('a mentor’s card', () => {
  it('says who it is, what they help with, in which languages, at what time there, and that there is a place', async () => {
    const {id} = await mentorIn('sanne');
    const element = await mountCard(clientFor(await backendAs('priya')), {person: id});
    expect(text(element)).to.match(/Sanne de Vries.*Shift lead.*2 places left.*Your first weeks\..*Planning.*Excel.*Warehouse.*Dutch.*English.*there,.*for you/);
    await expect(element).to.be.accessible();
  });

  it('is found by what the host calls the person, and speaks Dutch', async () => {
    await mentorIn('sanne');
    const element = await mountCard(clientFor(await backendAs('priya')), {person: 'sanne', lang: 'nl'});
    await seen(() => text(element).includes('Nog 2 plaatsen'), 'the Dutch words');
    expect(text(element)).to.include('Nederlands');
  });

  it('is asked in place, answered by the mentor in theirs, and completed, with the history on both sides', async () => {
    await endAll('priya');
    const mentor = await mentorIn('sanne');
    const mentee = await mountCard(clientFor(await backendAs('priya')), {person: mentor.id});
    (await seen(() => button(mentee, 'Ask for mentoring'), 'the button to ask')).click();
    await seen(() => root(mentee).querySelector('#goal'), 'the form');
    root(mentee).querySelector('form')!.requestSubmit();
    await seen(() => text(mentee).includes('Say what you want to be able to do first.'), 'the sentence on what is missing');
    await expect(mentee).to.be.accessible();
    fill(mentee, 'goal', 'Read the dashboards');
    fill(mentee, 'message', 'Twice a month would be great.');
    root(mentee).querySelector('form')!.requestSubmit();
    await seen(() => root(mentee).querySelector('.mentorship.requested'), 'the request');

    const own = await mountCard(clientFor(mentor.backend));
    expect(text(own)).to.match(/Requests.*Priya Raman.*Read the dashboards.*Twice a month would be great\./);
    await expect(own).to.be.accessible();
    (await seen(() => button(own, 'Accept Priya Raman'), 'the button to accept')).click();
    await seen(() => root(own).querySelector('.mentorship.active'), 'that they learn together');
    await seen(() => text(own).includes('1 place left'), 'the place that is taken');
    // It is heard of without being asked for.
    await seen(() => root(mentee).querySelector('.mentorship.active'), 'the answer');
    button(mentee, 'Complete the mentorship with Sanne de Vries')!.click();
    await seen(() => root(mentee).querySelector('.mentorship.completed'), 'the end');
    expect([...root(mentee).querySelectorAll('.history li')].map(item => item.textContent!.trim().split(',')[0])).to.deep.equal(['Asked', 'Learning together', 'Completed']);
    await seen(() => button(mentee, 'Ask for mentoring'), 'the way to ask again');
  });

  it('keeps notes for the two: one’s own and a shared one, live, with nothing lost when both write at once', async () => {
    await endAll('wouter');
    const mentor = await mentorIn('sanne', {capacity: 50});
    const mine = await backendAs('wouter');
    const client = clientFor(mine);
    const {mentorship} = await client.call('mentorships.request', {space, mentor: mentor.id, goal: `Notes ${engine}`}, {key: client.createId()});
    await mentor.backend.call('mentorships.answer', {mentorship: mentorship.id, accept: true}, {key: client.createId()});
    const mentee = await mountCard(client, {person: mentor.id});
    const field = (element: Element, side: string) => root(element).querySelector<HTMLTextAreaElement>(`#note-${mentorship.id}-${side}`);
    const openNotes = async (element: Element) => {
      const notes = await seen(() => [...root(element).querySelectorAll<HTMLElement>('.mentorship')].find(each => each.textContent!.includes(`Notes ${engine}`))?.querySelector<HTMLDetailsElement>('.notes'), 'the notes');
      notes.open = true;
      return seen(() => field(element, 'shared'), 'the shared note');
    };
    await openNotes(mentee);
    await expect(mentee).to.be.accessible();
    fill(mentee, `note-${mentorship.id}-mentee`, 'I am afraid of the phone.');
    field(mentee, 'mentee')!.form!.requestSubmit();
    await seen(() => root(mentee).querySelector('[role=status]')?.textContent === 'Your note is saved.', 'that it is saved');

    const own = await mountCard(clientFor(mentor.backend));
    await openNotes(own);
    await seen(() => text(own).includes('I am afraid of the phone.'), 'the note of the mentee');
    expect(field(own, 'mentee')).to.equal(null);
    fill(own, `note-${mentorship.id}-shared`, 'Every Tuesday.');
    fill(mentee, `note-${mentorship.id}-shared`, 'Every Monday.');
    field(own, 'shared')!.form!.requestSubmit();
    await seen(() => root(own).querySelector('[role=status]')?.textContent === 'Your note is saved.', 'that it is saved');
    field(mentee, 'shared')!.form!.requestSubmit();
    await seen(() => text(mentee).includes('This was changed in the meantime.') && text(mentee).includes('Every Tuesday.'), 'what stands there now');
    expect(field(mentee, 'shared')!.value).to.equal('Every Monday.');
    field(mentee, 'shared')!.form!.requestSubmit();
    await seen(() => field(own, 'shared')!.value === 'Every Monday.', 'the newer note, live');

    button(mentee, 'Complete the mentorship with Sanne de Vries')!.click();
    await seen(() => root(mentee).querySelector('.mentorship.completed'), 'the end');
    await mentor.backend.call('mentorships.notes', {mentorship: mentorship.id, side: 'mentee'}).then(
      () => expect.fail('the mentor reads it still'), (error: SocialLearningError) => expect(error.code).to.equal('forbidden'));
    await seen(() => !text(own).includes('I am afraid of the phone.'), 'that the mentor reads it no more');
  });

  it('keeps what was typed across a reload, and when the server refuses', async () => {
    await endAll('lucia');
    const mentor = await mentorIn('sanne');
    const real = await backendAs('lucia');
    let refuses = true;
    const backend: Backend = {...real, call: (name, input, options) =>
      name === 'mentorships.request' && refuses ? Promise.reject(new SocialLearningError('mentor-unavailable', 'full')) : real.call(name, input, options)};
    const client = clientFor(backend);
    const first = await mountCard(client, {person: mentor.id});
    (await seen(() => button(first, 'Ask for mentoring'), 'the button to ask')).click();
    await seen(() => root(first).querySelector('#goal'), 'the form');
    fill(first, 'goal', 'Answer in Spanish');
    first.remove();
    const again = await mountCard(client, {person: mentor.id});
    expect((await seen(() => root(again).querySelector<HTMLInputElement>('#goal'), 'the form')).value).to.equal('Answer in Spanish');
    root(again).querySelector('form')!.requestSubmit();
    await seen(() => text(again).includes('There is no place left just now.'), 'the reason');
    expect(root(again).querySelector<HTMLInputElement>('#goal')!.value).to.equal('Answer in Spanish');
    refuses = false;
    root(again).querySelector('form')!.requestSubmit();
    await seen(() => root(again).querySelector('.mentorship.requested'), 'the request');
    button(again, 'Take back your request to Sanne de Vries')!.click();
    await seen(() => root(again).querySelector('.mentorship.cancelled'), 'that it is taken back');
  });

  it('is edited in place by the mentor, and paused', async () => {
    const mentor = await mentorIn('hanna');
    const element = await mountCard(clientFor(mentor.backend), {variant: 'card'});
    (await seen(() => button(element, 'Edit your profile'), 'the button to edit')).click();
    await seen(() => root(element).querySelector('#skills'), 'the form');
    await expect(element).to.be.accessible();
    fill(element, 'skills', 'First aid,  Presenting ,');
    fill(element, 'capacity', '0');
    root(element).querySelector('form')!.requestSubmit();
    await seen(() => text(element).includes('from 1 to 50'), 'the sentence on the number');
    fill(element, 'capacity', '4');
    const pause = root(element).querySelector<HTMLInputElement>('#paused')!;
    pause.click();
    root(element).querySelector('form')!.requestSubmit();
    await seen(() => text(element).includes('Takes a break just now'), 'the pause');
    expect([...root(element).querySelectorAll('.word')].map(word => word.textContent)).to.include.members(['First aid', 'Presenting']);
    const other = await mountCard(clientFor(await backendAs('priya')), {person: mentor.id});
    expect(button(other, 'Ask for mentoring')).to.equal(undefined);
  });

  it('is a line where it is compact, calm for a guest, and for somebody who is no mentor', async () => {
    const {id} = await mentorIn('sanne');
    const compact = await mountCard(clientFor(await backendAs('priya')), {person: id, variant: 'compact'});
    expect(text(compact)).not.to.include('Your first weeks.');
    const guest = await mountCard(clientFor(await backendAs(null)), {person: id});
    expect(text(guest)).to.include('Sign in on this page to see mentors.');
    const nobody = await mountCard(clientFor(await backendAs('priya')), {person: 'kwame'});
    expect(text(nobody)).to.include('Kwame Mensah is no mentor here just now.');
    const missing = await mountCard(clientFor(await backendAs('priya')), {person: 'nobody-at-all'});
    expect(text(missing)).to.include('This person is not here, or has left.');
  });
});

describe('the finder of mentors', () => {
  const mount = async (person: string | null): Promise<MentorFinder> => {
    const element = await fixture<MentorFinder>(html`<sl-mentor-finder .client=${clientFor(await backendAs(person))} space=${space} lang="en"></sl-mentor-finder>`);
    await seen(() => root(element).querySelector('.result, .notice'), 'the results');
    return element;
  };
  const names = (element: Element) => [...root(element).querySelectorAll('.result .name')].map(name => name.textContent);

  it('narrows by words and facets, says why each fits, and opens the card to ask', async () => {
    await endAll('kwame');
    await mentorIn('sanne');
    await mentorIn('tomas', {skills: ['Listening'], topics: ['Customer care'], languages: ['es'], timeZone: 'Europe/Madrid', paused: false});
    const element = await mount('kwame');
    await expect(element).to.be.accessible();
    expect(names(element)).to.include.members(['Sanne de Vries', 'Tomás Herrera']);
    const listening = await seen(() => [...root(element).querySelectorAll<HTMLLabelElement>('.facet-choice')].find(label => label.textContent!.includes('Listening')), 'the facet');
    listening.querySelector('input')!.click();
    await seen(() => names(element).join() === 'Tomás Herrera', 'the one who knows it');
    expect(root(element).querySelector('.reasons')!.textContent).to.include('Knows Listening');
    const search = root(element).querySelector<HTMLInputElement>('#text')!;
    search.value = 'forklift';
    search.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await seen(() => text(element).includes('Nobody fits all of this.'), 'that nobody fits');
    [...root(element).querySelectorAll<HTMLInputElement>('.facet-choice input:checked')].forEach(input => input.click());
    search.value = 'sanne';
    search.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await seen(() => names(element).join() === 'Sanne de Vries', 'the one of that name');
    button(element, 'Show more of Sanne de Vries')!.click();
    const card = await seen(() => root(element).querySelector('sl-mentor-card'), 'the card');
    await seen(() => button(card, 'Ask for mentoring'), 'the button to ask');
    await expect(element).to.be.accessible();
  });

  it('is calm for a guest', async () => {
    expect(text(await mount(null))).to.include('Sign in on this page to see mentors.');
  });
});
