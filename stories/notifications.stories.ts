import '@social-learning/elements/notifications/define';
import {createId, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, within} from 'storybook/test';
import {backendAs, clientOf, Stage} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
}

const meta: Meta = {
  title: 'Notifications',
  component: 'sl-notifications',
  render: (_, {loaded}) => html`<div style="min-block-size: 30rem; display: grid; justify-items: end"><sl-notifications .client=${(loaded as Loaded).client}></sl-notifications></div>`,
};
export default meta;
type Story = StoryObj;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-notifications')!.shadowRoot as unknown as HTMLElement);

/** A reply and thanks to somebody. */
async function news(): Promise<void> {
  const stage = new Stage();
  const post = await stage.say('dana', 'Where do I find the map of the house?', {subject: {title: 'Find your feet'}});
  await stage.say('bram', 'On the wall beside the stairs.', {parent: post});
  const dana = (await backendAs('dana').call('me.read', {})).person!;
  await backendAs('chidi').call('kudos.give', {space: stage.space, to: [dana.id], message: 'You asked what all of us wondered.'}, {key: newId()});
}

export const Open: Story = {
  loaders: [async (): Promise<Loaded> => {
    await news();
    return {client: clientOf(backendAs('dana'))};
  }],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: /unread/}));
    expect(await view.findAllByText('Bram Visser replied to you')).not.toHaveLength(0);
    await userEvent.click(view.getByText('What I want to hear of'));
    expect(view.getByRole('checkbox', {name: 'Thanks to me'})).toBeChecked();
  },
};

export const Nothing: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('mo'))})],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Notifications'}));
    expect(await view.findByText(/Nothing new\./)).toBeVisible();
  },
};

export const Guest: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs(null))})],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Notifications'}));
    expect(await view.findByText('Sign in on this page to see what is new for you.')).toBeVisible();
  },
};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => {
    const real = backendAs('ann');
    const failing: Backend = {...real, call: (name, input, options) =>
      name === 'notifications.list' ? Promise.reject(new SocialLearningError('unavailable', 'away')) : real.call(name, input, options)};
    return {client: clientOf(failing)};
  }],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Notifications'}));
    expect(await view.findByRole('button', {name: 'Try again'})).toBeVisible();
  },
};
