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

export const Decision: Story = {
  loaders: [async (): Promise<Loaded> => {
    const stage = new Stage('calm');
    await stage.agreeOn([{id: 'be-kind', sentence: 'Be kind to whoever asks.', do: null, dont: null}], false);
    const post = await stage.say('bram', 'Maybe it is not the labels that are slow.', {subject: {title: 'Labels in hall 2', url: 'https://intranet.example/labels'}});
    await stage.report('chidi', post, 'That was about Mo.', 'be-kind');
    await stage.decide(post, 'hide', 'It reads as if you meant Mo. Say it without that, and it is up again.', 'be-kind');
    return {client: clientOf(backendAs('bram'))};
  }],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: /Notifications/}));
    expect(await view.findByText('A moderator hid a post of yours')).toBeVisible();
    expect(view.getByText('The rule: “Be kind to whoever asks.”')).toBeVisible();
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
