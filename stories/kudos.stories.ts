import '@social-learning/elements/kudos/define';
import '@social-learning/elements/kudos-wall/define';
import type {KudosElement} from '@social-learning/elements';
import {SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {userEvent, within} from 'storybook/test';
import {backendAs, clientOf, Stage, type Player} from './support/stage.ts';

interface Loaded {
  readonly client?: Client;
  readonly subject?: string;
}

const meta: Meta<KudosElement> = {
  title: 'Kudos',
  component: 'sl-kudos',
  args: {variant: 'button', headingLevel: 2},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<KudosElement>;

function show({client, subject}: Loaded, {variant, to}: Partial<KudosElement>): TemplateResult {
  return html`<sl-kudos .client=${client} .to=${to} .subject=${subject} variant=${variant ?? 'button'}></sl-kudos>`;
}

/** Kudos that were given before, as one person sees them. */
function played(play: (stage: Stage) => Promise<void>, backend: () => Backend = () => backendAs('ann')): Story['loaders'] {
  return [async (): Promise<Loaded> => {
    const stage = new Stage();
    // Everybody comes in once, so that there are people to thank.
    for (const player of ['ann', 'bram', 'chidi', 'dana'] as const) await backendAs(player).call('me.read', {});
    await play(stage);
    return {client: clientOf(backend()), subject: stage.subject};
  }];
}

function instead(backend: Backend, name: EndpointName, act: () => Promise<never>): Backend {
  return {...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))};
}

const never = () => new Promise<never>(() => undefined);
const nobody = () => Promise.resolve();
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-kudos')!.shadowRoot as unknown as HTMLElement);

async function thanks(stage: Stage): Promise<void> {
  const say = (from: Player, to: readonly Player[], message: string, value?: string) => stage.giveKudos(from, to, message, value);
  await say('bram', ['dana'], 'You said that there is no late question, and then waited until I had one.', 'ask-early');
  await say('chidi', ['dana', 'bram'], 'The sheet with the six mistakes of your first month is worth more than the manual.', 'share-what-works');
  await say('ann', ['dana'], 'Sat next to me for the difficult call and did not take over.');
}

export const Button: Story = {args: {to: 'dana'}, loaders: played(thanks)};

export const Icon: Story = {args: {to: 'dana', variant: 'icon'}, loaders: played(thanks)};

export const Card: Story = {args: {to: 'dana', variant: 'card'}, loaders: played(thanks)};

export const CardOfNobodyYet: Story = {args: {variant: 'card'}, loaders: played(nobody)};

export const OnASubject: Story = {args: {variant: 'card'}, loaders: played(thanks)};

export const OneOwn: Story = {args: {to: 'ann', variant: 'card'}, loaders: played(thanks)};

export const SignedOut: Story = {args: {to: 'dana', variant: 'card'}, loaders: played(thanks, () => backendAs(null))};

export const Loading: Story = {args: {variant: 'card'}, loaders: played(nobody, () => instead(backendAs('ann'), 'kudos.list', never))};

export const Failed: Story = {
  args: {to: 'dana'},
  loaders: played(nobody, () => instead(backendAs('ann'), 'kudos.list', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
};

/** Who is not there any more is not thanked: nothing is shown. */
export const Gone: Story = {
  args: {to: 'dana'},
  loaders: played(nobody, () => instead(backendAs('ann'), 'kudos.list', () => Promise.reject(new SocialLearningError('gone', 'Left.')))),
};

export const Giving: Story = {
  args: {to: 'dana'},
  loaders: played(thanks),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: /^Thank Dana Levy/}));
    await userEvent.type(await view.findByLabelText('What did they do, and what did it mean to you?'), 'You asked what I did not dare to.');
    await view.findByLabelText('Ask early');
  },
};

export const NotGiven: Story = {
  args: {to: 'dana', variant: 'card'},
  loaders: played(nobody, () => instead(backendAs('bram'), 'kudos.give', () =>
    Promise.reject(new SocialLearningError('kudos-allowance-spent', 'Spent.', {limit: 10})))),
  play: async ({canvasElement}) => {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: /^Thank Dana Levy/}));
    await userEvent.type(await view.findByLabelText('What did they do, and what did it mean to you?'), 'One too many.');
    await userEvent.click(await view.findByRole('button', {name: 'Give kudos'}));
    await view.findByText(/Not given\. That is more than the 10 people/);
  },
};

export const Dutch: Story = {
  args: {to: 'dana', variant: 'card'},
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div lang="nl">${show(loaded as Loaded, args)}</div>`,
};

export const RightToLeft: Story = {
  args: {to: 'dana', variant: 'card'},
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div dir="rtl">${show(loaded as Loaded, args)}</div>`,
};

export const Narrow: Story = {
  args: {to: 'dana', variant: 'card'},
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div style="inline-size: 320px">${show(loaded as Loaded, args)}</div>`,
};

export const Dark: Story = {
  args: {to: 'dana', variant: 'card'},
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div style="color-scheme: dark; background: #14191f; color: #e6e9ec; padding: 1rem">${show(loaded as Loaded, args)}</div>`,
};
