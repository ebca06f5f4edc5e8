import '@social-learning/elements/leaderboard/define';
import {createId, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {BoardView} from '@social-learning/sdk/leaderboard';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, within} from 'storybook/test';
import {backendAs, clientOf, Stage, type Player} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
}

interface Args {
  readonly view: BoardView;
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'Leaderboard',
  component: 'sl-leaderboard',
  args: {view: 'near', lang: 'en'},
  render: ({view, lang}, {loaded}) => html`<sl-leaderboard .client=${(loaded as Loaded).client} space="stories" view=${view} period="year" lang=${lang}></sl-leaderboard>`,
};
export default meta;
type Story = StoryObj<Args>;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-leaderboard')!.shadowRoot as unknown as HTMLElement);

/** People who have asked, answered and thanked each other. */
async function points(): Promise<void> {
  const stage = new Stage();
  const players: readonly Player[] = ['ann', 'bram', 'chidi', 'dana'];
  const question = await stage.say('ann', 'Which door is it?', {kind: 'question', title: 'Which door is it?'});
  for (const [index, player] of players.slice(1).entries()) for (let turn = 0; turn <= index; turn++) await stage.say(player, `Door ${turn + 1}.`);
  await stage.thank('bram', question);
  await stage.giveKudos('ann', ['bram', 'chidi'], 'You walked there with me.');
}

async function loaded(player: Player): Promise<Loaded> {
  await points();
  return {client: clientOf(backendAs(player))};
}

export const NearMe: Story = {
  loaders: [() => loaded('ann')],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    expect(await view.findByText(/^You are in place/)).toBeVisible();
    await userEvent.click(view.getByText('What earns points'));
    expect(await view.findByText('Asking a question')).toBeVisible();
  },
};

export const Top: Story = {args: {view: 'top'}, loaders: [() => loaded('bram')]};

export const Teams: Story = {
  args: {view: 'teams'},
  loaders: [() => loaded('bram')],
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('There are no teams of three or more people here.')).toBeVisible();
  },
};

export const Dutch: Story = {args: {view: 'top', lang: 'nl'}, loaders: [() => loaded('chidi')]};

export const Left: Story = {
  loaders: [async (): Promise<Loaded> => {
    await points();
    const backend = backendAs('dana');
    await backend.call('leaderboard.choose', {ranked: false}, {key: newId()});
    return {client: clientOf(backend)};
  }],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Come back to the leaderboards'}));
    expect(await view.findByRole('button', {name: 'Leave the leaderboards'})).toBeVisible();
  },
};

export const Curator: Story = {
  loaders: [() => loaded('kit')],
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByText('What earns points'));
    expect(await view.findByRole('spinbutton', {name: 'Points: Asking a question'})).toBeVisible();
  },
};

export const NoPointsYet: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('mo'))})],
  render: (_, {loaded: {client}}) => html`<sl-leaderboard .client=${(client as Client)} space="archive" lang="en"></sl-leaderboard>`,
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Nobody has points in this time yet.')).toBeVisible();
  },
};

export const Guest: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs(null))})],
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByText('Sign in on this page to see the leaderboard.')).toBeVisible();
  },
};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => {
    const real = backendAs('ann');
    const failing: Backend = {...real, call: (name, input, options) =>
      name === 'leaderboard.read' ? Promise.reject(new SocialLearningError('unavailable', 'away')) : real.call(name, input, options)};
    return {client: clientOf(failing)};
  }],
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByRole('button', {name: 'Try again'})).toBeVisible();
  },
};
