import '@social-learning/elements/mentor-card/define';
import '@social-learning/elements/mentor-finder/define';
import type {Input} from '@social-learning/protocol';
import {createId, SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, clientOf, mentorBackend} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
  readonly person?: string;
}

const meta: Meta = {title: 'Mentoring', component: 'sl-mentor-card', tags: ['autodocs']};
export default meta;
type Story = StoryObj;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const offer: Input<'mentors.offer'> = {
  space: 'stories', title: 'Twelve years in customer care', help: 'The calls nobody wants. We listen to one together and find the sentence that helps.',
  skills: ['Listening', 'Phone calls', 'De-escalation'], topics: ['Customer care', 'First weeks'], languages: ['en', 'es', 'nl'], timeZone: 'Europe/Madrid',
  capacity: 3, paused: false,
};

/** A mentor of the stories who offers something; gives their id. */
async function mentor(name: string, wish: Partial<Input<'mentors.offer'>> = {}): Promise<{id: string; backend: Backend}> {
  const backend = mentorBackend(name);
  const {profile} = await backend.call('mentors.offer', {...offer, ...wish}, {key: newId()});
  return {id: profile.person.id, backend};
}

const card = (variant: 'compact' | 'card' | 'full'): Story['render'] => (_, {loaded}) => {
  const {client, person} = loaded as Loaded;
  return html`<sl-mentor-card .client=${client} .person=${person} space="stories" variant=${variant}></sl-mentor-card>`;
};
const inside = (canvas: HTMLElement, tag = 'sl-mentor-card') => within(canvas.querySelector(tag)!.shadowRoot as unknown as HTMLElement);
const never = () => new Promise<never>(() => undefined);
const instead = (backend: Backend, name: EndpointName, act: () => Promise<never>): Backend =>
  ({...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))});

export const Card: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('ann')), person: (await mentor('Mara Mentor')).id})],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('3 places left')).toBeVisible();
  },
};

export const Compact: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('ann')), person: (await mentor('Marc Mentor')).id})],
  render: card('compact'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Marc Mentor')).toBeVisible();
  },
};

export const Asking: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('bram')), person: (await mentor('Mina Mentor')).id})],
  render: card('full'),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Ask for mentoring'}));
    await userEvent.type(await view.findByLabelText('What do you want to be able to do?'), 'Take a hard call');
    await userEvent.click(view.getByRole('button', {name: 'Ask'}));
    expect(await view.findByText('Take a hard call')).toBeVisible();
    expect(await view.findByRole('button', {name: 'Take back your request to Mina Mentor'})).toBeVisible();
  },
};

export const Requests: Story = {
  loaders: [async (): Promise<Loaded> => {
    const {id, backend} = await mentor(`Milo Mentor ${newId().slice(-4)}`);
    for (const [player, goal] of [['ann', 'Write calm answers'], ['chidi', 'Say no kindly']] as const) {
      await backendAs(player).call('mentorships.request', {space: 'stories', mentor: id, goal, message: 'Could we start next week?'}, {key: newId()});
    }
    return {client: clientOf(backend)};
  }],
  render: card('full'),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Accept Ann Bakker'}));
    expect(await view.findByRole('button', {name: 'Complete the mentorship with Ann Bakker'})).toBeVisible();
  },
};

export const Notes: Story = {
  loaders: [async (): Promise<Loaded> => {
    const {id, backend} = await mentor(`Nina Mentor ${newId().slice(-4)}`);
    const mentee = backendAs('dana');
    const {mentorship} = await mentee.call('mentorships.request', {space: 'stories', mentor: id, goal: 'Say no kindly'}, {key: newId()});
    await backend.call('mentorships.answer', {mentorship: mentorship.id, accept: true}, {key: newId()});
    const write = (from: Backend, side: 'mentor' | 'shared', text: string) =>
      from.call('mentorships.note', {mentorship: mentorship.id, side, text, revision: 0}, {key: newId()});
    await write(backend, 'mentor', 'Begin with the small ones.');
    await write(backend, 'shared', 'Tuesdays at ten, in the small room.');
    return {client: clientOf(mentee), person: id};
  }],
  render: card('full'),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByText('Notes'));
    expect(await view.findByLabelText('What you both keep')).toHaveValue('Tuesdays at ten, in the small room.');
    expect(view.getByText('Begin with the small ones.')).toBeVisible();
    await userEvent.type(view.getByLabelText('Your note'), 'Practise with the printer first.');
    await userEvent.click(view.getByRole('button', {name: 'Save: Your note'}));
    expect(await view.findByText('Your note is saved.')).toHaveTextContent('Your note is saved.');
  },
};

export const Editing: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf((await mentor(`Mo Mentor ${newId().slice(-4)}`)).backend)})],
  render: card('card'),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Edit your profile'}));
    expect(await view.findByLabelText('Skills')).toHaveValue('Listening, Phone calls, De-escalation');
  },
};

export const Full: Story = {
  loaders: [async (): Promise<Loaded> => {
    const {id, backend} = await mentor(`Max Mentor ${newId().slice(-4)}`, {capacity: 1});
    const {mentorship} = await backendAs('dana').call('mentorships.request', {space: 'stories', mentor: id, goal: 'x'}, {key: newId()});
    await backend.call('mentorships.answer', {mentorship: mentorship.id, accept: true}, {key: newId()});
    return {client: clientOf(backendAs('ann')), person: id};
  }],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('No place left just now')).toBeVisible();
  },
};

export const Guest: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs(null)), person: (await mentor('Mara Mentor')).id})],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Sign in on this page to see mentors.')).toBeVisible();
  },
};

export const Loading: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(instead(backendAs('ann'), 'mentors.read', never)), person: 'somebody'})],
  render: card('card'),
  play: async ({canvasElement}) => {
    await waitFor(() => expect(canvasElement.querySelector('sl-mentor-card')!.matches(':state(loading)')).toBe(true));
  },
};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => ({
    client: clientOf(instead(backendAs('ann'), 'mentors.read', () => Promise.reject(new SocialLearningError('unavailable', 'away')))), person: 'somebody',
  })],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByRole('button', {name: 'Try again'})).toBeVisible();
  },
};

export const Finder: Story = {
  loaders: [async (): Promise<Loaded> => {
    await mentor('Mara Mentor');
    await mentor('Mats Mentor', {title: 'Shift lead', skills: ['Planning', 'Forklift'], topics: ['Warehouse'], languages: ['sv'], timeZone: 'Europe/Stockholm'});
    return {client: clientOf(backendAs('ann'))};
  }],
  render: (_, {loaded}) => html`<sl-mentor-finder .client=${(loaded as Loaded).client} space="stories"></sl-mentor-finder>`,
  play: async ({canvasElement}) => {
    const view = inside(canvasElement, 'sl-mentor-finder');
    await userEvent.click(await view.findByRole('checkbox', {name: /Forklift/}));
    expect(await view.findByText('Knows Forklift')).toBeVisible();
  },
};

export const NobodyFits: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('ann'))})],
  render: (_, {loaded}) => html`<sl-mentor-finder .client=${(loaded as Loaded).client} space="stories"></sl-mentor-finder>`,
  play: async ({canvasElement}) => {
    const view = inside(canvasElement, 'sl-mentor-finder');
    await userEvent.type(await view.findByRole('searchbox'), 'juggling');
    expect(await view.findByText('Nobody fits all of this. Try with less.')).toBeVisible();
  },
};
