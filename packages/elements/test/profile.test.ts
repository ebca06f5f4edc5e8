import {expect, fixture, html} from '@open-wc/testing';
import type {Input} from '@social-learning/protocol';
import {SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {ProfileElement} from '@social-learning/elements';
import '@social-learning/elements/profile/define';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, root, seen} from './support/mount.ts';

const wish: Input<'people.edit'> = {
  title: 'Data analyst', location: 'Rotterdam', timeZone: 'Europe/Amsterdam', languages: ['en', 'nl'], skills: ['Excel', 'Planning'], listed: true, hidden: [],
};
/** Whoever edits here is another one in each engine: they all use the same server. */
const editor = {chromium: 'mehdi', firefox: 'anouk', webkit: 'sipho'}[engine];
const name = {chromium: 'Mehdi Rahimi', firefox: 'Anouk Peeters', webkit: 'Sipho Dlamini'}[engine];

async function clientAs(person: string | null): Promise<Client> {
  return clientFor(await backendAs(person));
}

async function mount(client: Client, attributes: {person?: string; variant?: ProfileElement['variant']; lang?: string; space?: string} = {}): Promise<ProfileElement> {
  const element = await fixture<ProfileElement>(html`
    <sl-profile .client=${client} .person=${attributes.person} .space=${attributes.space ?? 'onboarding'} variant=${attributes.variant ?? 'card'} lang=${attributes.lang ?? 'en'}></sl-profile>`);
  await seen(() => !element.matches(':state(loading)') && root(element).querySelector('.name, .notice'), 'the profile');
  return element;
}

const text = (element: Element) => root(element).textContent!.replaceAll(/\s+/g, ' ');
const say = async (change: Partial<Input<'people.edit'>> = {}) => {
  const client = await clientAs(editor);
  await client.call('people.edit', {...wish, ...change}, {key: client.createId()});
};

function fill(element: Element, selector: string, value: string): void {
  const field = root(element).querySelector<HTMLInputElement>(selector)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('a profile', () => {
  it('says who it is, where and at what time, and what they know, in the reader’s language', async () => {
    await say();
    const element = await mount(await clientAs('priya'), {person: editor});
    expect(text(element)).to.match(new RegExp(`${name}.*Data analyst.*Rotterdam · .* there.*Excel.*Planning.*English.*Dutch.*Here since`));
    expect(button(element, 'Edit your profile')).to.equal(undefined);
    await expect(element).to.be.accessible();
    const dutch = await mount(await clientAs('priya'), {person: editor, lang: 'nl'});
    await seen(() => text(dutch).includes('Vaardigheden'), 'the Dutch words');
    await say({hidden: ['location', 'skills', 'joined'], title: 'Still here'});
    await element.reload();
    await seen(() => text(element).includes('Still here'), 'what changed');
    expect(text(element)).not.to.match(/Rotterdam|Excel|Here since/);
  });

  it('is edited in place, keeps what was typed across a reload and a refusal, and hides what one hides', async () => {
    await say({title: 'Before'});
    const real = await backendAs(editor);
    let refuses = true;
    const backend: Backend = {...real, call: (called, input, options) =>
      called === 'people.edit' && refuses ? Promise.reject(new SocialLearningError('forbidden', 'no')) : real.call(called, input, options)};
    const client = clientFor(backend);
    const first = await mount(client);
    (await seen(() => button(first, 'Edit your profile'), 'the button to edit')).click();
    await seen(() => root(first).querySelector('#title'), 'the form');
    await expect(first).to.be.accessible();
    expect(root(first).activeElement?.id).to.equal('title');
    fill(first, '#title', 'After');
    root(first).querySelector<HTMLInputElement>('[name=shows-location]')!.click();
    first.remove();
    const again = await mount(client);
    expect((await seen(() => root(again).querySelector<HTMLInputElement>('#title'), 'the form')).value).to.equal('After');
    expect(root(again).querySelector<HTMLInputElement>('[name=shows-location]')!.checked).to.equal(false);
    root(again).querySelector('form')!.requestSubmit();
    await seen(() => text(again).includes('You may not do that here.'), 'the reason');
    expect(root(again).querySelector<HTMLInputElement>('#title')!.value).to.equal('After');
    refuses = false;
    const changed = new Promise<Event>(resolve => again.addEventListener('sl-profile-changed', resolve));
    root(again).querySelector('form')!.requestSubmit();
    await changed;
    expect(text(again)).to.match(/After.*Rotterdam.*Some of this only you see\./);
    expect(root(again).activeElement?.textContent?.trim()).to.equal('Edit your profile');
    const other = await mount(await clientAs('priya'), {person: editor});
    expect(text(other)).to.include('After');
    expect(text(other)).not.to.include('Rotterdam');
  });

  it('leads to the mentor’s card, where one asks', async () => {
    const element = await mount(await clientAs('priya'), {person: 'tomas'});
    const mentoring = await seen(() => button(element, 'Mentoring with Tomás Herrera'), 'the way to mentoring');
    expect(mentoring.ariaExpanded).to.equal('false');
    mentoring.click();
    const card = await seen(() => root(element).querySelector('sl-mentor-card'), 'the card');
    await seen(() => root(card).textContent!.includes('left'), 'the places');
    await expect(element).to.be.accessible();
    button(element, 'Mentoring with Tomás Herrera')!.click();
    await seen(() => root(element).querySelector('sl-mentor-card') === null, 'that it is put away');
    const full = await mount(await clientAs('priya'), {person: 'tomas', variant: 'full'});
    await seen(() => root(full).querySelector('sl-mentor-card'), 'the card of the full one');
  });

  it('is a line where it is compact, and calm for a guest and where nobody is', async () => {
    await say({hidden: []});
    const compact = await mount(await clientAs('priya'), {person: editor, variant: 'compact'});
    expect(text(compact)).to.include('Data analyst');
    expect(text(compact)).not.to.include('Excel');
    expect(text(await mount(await clientAs(null), {person: editor}))).to.include('Sign in on this page to see people.');
    expect(text(await mount(await clientAs('priya'), {person: 'nobody-at-all'}))).to.include('This person is not here, or has left.');
  });

  it('is where one tells the moderators how somebody behaves', async () => {
    const element = await mount(await clientAs('priya'), {person: editor});
    const report = button(element, `Report ${name}`)!;
    report.click();
    const field = await seen(() => root(element).querySelector('textarea'), 'the form');
    await expect(element).to.be.accessible();
    field.value = `He shouts. ${engine}`;
    root(element).querySelector('form')!.requestSubmit();
    await seen(() => root(element).querySelector('[role=status]')?.textContent === 'Thank you. The moderators have it.', 'the thanks');
    expect(root(element).activeElement).to.equal(report);
    const elin = await clientAs('elin');
    const {cases} = await elin.call('cases.list', {space: 'onboarding', limit: 100});
    const found = cases.items.find(({reports}) => reports.some(({note}) => note === `He shouts. ${engine}`))!;
    expect(found.about?.name).to.equal(name);
    await elin.call('cases.decide', {space: 'onboarding', target: found.target, revision: found.revision, action: 'dismiss'}, {key: elin.createId()});
  });

  it('says that somebody has left, with nothing else of them', async () => {
    const real = await backendAs('priya');
    const backend: Backend = {...real, call: async (called, input, options) => {
      const output = await real.call(called, input, options);
      return called === 'people.read' ? {...output, profile: null, left: true, own: null} : output;
    }};
    const element = await mount(clientFor(backend), {person: editor});
    expect(text(element).trim()).to.equal('This person has left.');
    await expect(element).to.be.accessible();
  });

  it('says what went wrong with a backend that answers nonsense, and tries again', async () => {
    const real = await backendAs('priya');
    let broken = true;
    const backend: Backend = {...real, call: async (called, input, options) => {
      const output = await real.call(called, input, options);
      return called === 'people.read' && broken ? {...output, profile: {person: {id: 'x'}}} as never : output;
    }};
    const element = await mount(clientFor(backend), {person: editor});
    broken = false;
    (await seen(() => button(element, 'Try again'), 'the way to try again')).click();
    await seen(() => root(element).querySelector('.name'), 'the profile');
  });
});
