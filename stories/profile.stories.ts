import '@social-learning/elements/profile/define';
import type {Input, Output} from '@social-learning/protocol';
import {createId, SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, clientOf, mentorBackend, type Player} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
  readonly person?: string;
}

const meta: Meta = {title: 'Profile', component: 'sl-profile', tags: ['autodocs']};
export default meta;
type Story = StoryObj;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const wish: Input<'people.edit'> = {
  title: 'Night shift lead, cold store', location: 'Rotterdam, hall 4', timeZone: 'Europe/Amsterdam', languages: ['nl', 'en', 'ar'],
  skills: ['Forklift', 'Planning', 'Calm in a storm'], listed: true, hidden: [],
};

async function introduce(backend: Backend, change: Partial<Input<'people.edit'>> = {}): Promise<string> {
  const {profile}: Output<'people.edit'> = await backend.call('people.edit', {...wish, ...change}, {key: newId()});
  return profile!.person.id;
}
const seenBy = (reader: Player | null, of: Player, change: Partial<Input<'people.edit'>> = {}) => async (): Promise<Loaded> =>
  ({client: clientOf(backendAs(reader)), person: await introduce(backendAs(of), change)});
const own = (player: Player, change: Partial<Input<'people.edit'>> = {}) => async (): Promise<Loaded> => {
  await introduce(backendAs(player), change);
  return {client: clientOf(backendAs(player))};
};
const card = (variant: 'compact' | 'card' | 'full'): Story['render'] => (_, {loaded}) => {
  const {client, person} = loaded as Loaded;
  return html`<sl-profile .client=${client} .person=${person} space="stories" variant=${variant}></sl-profile>`;
};
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-profile')!.shadowRoot as unknown as HTMLElement);
const instead = (backend: Backend, name: EndpointName, act: () => Promise<never>): Backend =>
  ({...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))});

export const Card: Story = {
  loaders: [seenBy('ann', 'bram')],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Night shift lead, cold store')).toBeVisible();
    expect(inside(canvasElement).getByText('Arabic')).toBeVisible();
  },
};

export const Compact: Story = {
  loaders: [seenBy('ann', 'bram')],
  render: card('compact'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Bram Visser')).toBeVisible();
    expect(inside(canvasElement).queryByText('Forklift')).toBeNull();
  },
};

export const Own: Story = {
  loaders: [own('chidi', {hidden: ['location']})],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Some of this only you see.')).toBeVisible();
  },
};

export const Editing: Story = {
  loaders: [own('dana')],
  render: card('card'),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Edit your profile'}));
    const title = await view.findByLabelText('What you do');
    await userEvent.type(title, ', teacher');
    expect(title).toHaveValue('Night shift lead, cold store, teacher');
    await userEvent.click(view.getByLabelText('I am found where people are looked for'));
    expect(await view.findByLabelText('My skills')).toBeChecked();
  },
};

export const Hidden: Story = {
  loaders: [seenBy('ann', 'kit', {hidden: ['location', 'timeZone', 'languages', 'skills', 'joined', 'kudos']})],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Kit the curator')).toBeVisible();
    expect(inside(canvasElement).queryByText('Rotterdam, hall 4')).toBeNull();
  },
};

export const Mentor: Story = {
  loaders: [async (): Promise<Loaded> => {
    const backend = mentorBackend('Mila Mentor');
    await backend.call('mentors.offer', {
      space: 'stories', title: 'Shift lead', help: 'Your first weeks on the floor.', skills: ['Planning'], topics: ['Warehouse'], languages: ['nl'],
      timeZone: 'Europe/Amsterdam', capacity: 2, paused: false,
    }, {key: newId()});
    return {client: clientOf(backendAs('ann')), person: await introduce(backend)};
  }],
  render: card('full'),
  play: async ({canvasElement}) => {
    const view = canvasElement.querySelector('sl-profile')!.shadowRoot!;
    await waitFor(() => expect(view.querySelector('sl-mentor-card')?.shadowRoot?.textContent).toContain('2 places left'));
  },
};

export const RightToLeft: Story = {
  loaders: [seenBy('ann', 'bram')],
  render: (_, {loaded}) => {
    const {client, person} = loaded as Loaded;
    return html`<div dir="rtl"><sl-profile .client=${client} .person=${person} space="stories"></sl-profile></div>`;
  },
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Forklift')).toBeVisible();
  },
};

export const Guest: Story = {
  loaders: [seenBy(null, 'bram')],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Sign in on this page to see people.')).toBeVisible();
  },
};

export const Left: Story = {
  loaders: [async (): Promise<Loaded> => {
    const real = backendAs('ann');
    return {
      client: clientOf({...real, call: async (name, input, options) => {
        const output = await real.call(name, input, options);
        return name === 'people.read' ? {...output, profile: null, left: true, own: null} : output;
      }}),
      person: 'somebody',
    };
  }],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('This person has left.')).toBeVisible();
  },
};

export const Loading: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(instead(backendAs('ann'), 'people.read', () => new Promise<never>(() => undefined))), person: 'x'})],
  render: card('card'),
  play: async ({canvasElement}) => {
    await waitFor(() => expect(canvasElement.querySelector('sl-profile')!.matches(':state(loading)')).toBe(true));
  },
};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => ({
    client: clientOf(instead(backendAs('ann'), 'people.read', () => Promise.reject(new SocialLearningError('unavailable', 'away')))), person: 'x',
  })],
  render: card('card'),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByRole('button', {name: 'Try again'})).toBeVisible();
  },
};
