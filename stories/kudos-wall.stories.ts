import '@social-learning/elements/kudos-wall/define';
import type {KudosWallElement} from '@social-learning/elements';
import {SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {backendAs, clientOf, Stage} from './support/stage.ts';

interface Loaded {
  readonly client?: Client;
}

const meta: Meta<KudosWallElement> = {
  title: 'Kudos wall',
  component: 'sl-kudos-wall',
  args: {headingLevel: 2, shown: 6},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<KudosWallElement>;

function show({client}: Loaded, {space, shown, heading}: Partial<KudosWallElement>): TemplateResult {
  return html`<sl-kudos-wall .client=${client} .space=${space} .shown=${shown ?? 6} .heading=${heading}></sl-kudos-wall>`;
}

function played(play: (stage: Stage) => Promise<void>, backend: () => Backend = () => backendAs('ann')): Story['loaders'] {
  return [async (): Promise<Loaded> => {
    for (const player of ['ann', 'bram', 'chidi', 'dana'] as const) await backendAs(player).call('me.read', {});
    await play(new Stage());
    return {client: clientOf(backend())};
  }];
}

function instead(backend: Backend, name: EndpointName, act: () => Promise<never>): Backend {
  return {...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))};
}

async function thanks(stage: Stage): Promise<void> {
  await stage.giveKudos('bram', ['dana'], 'You said that there is no late question, and then waited until I had one.', 'ask-early');
  await stage.giveKudos('chidi', ['dana', 'bram', 'ann'], 'The sheet with the six mistakes of your first month is worth more than the manual.', 'share-what-works');
  await stage.giveKudos('dana', ['chidi'], 'Supercalifragilisticexpialidociousandthensomemorewithoutanyspacesinit.\nAnd a second line.');
}

export const Wall: Story = {loaders: played(thanks)};

export const Empty: Story = {args: {space: 'questions'}, loaders: played(() => Promise.resolve())};

export const Loading: Story = {loaders: played(thanks, () => instead(backendAs('ann'), 'kudos.list', () => new Promise<never>(() => undefined)))};

export const Failed: Story = {
  loaders: played(thanks, () => instead(backendAs('ann'), 'kudos.list', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
};

export const NotForMe: Story = {args: {space: 'closed'}, loaders: played(thanks)};

export const Dutch: Story = {
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div lang="nl">${show(loaded as Loaded, args)}</div>`,
};

export const RightToLeft: Story = {
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div dir="rtl">${show(loaded as Loaded, args)}</div>`,
};

export const Narrow: Story = {
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div style="inline-size: 320px">${show(loaded as Loaded, args)}</div>`,
};

export const Dark: Story = {
  loaders: played(thanks),
  render: (args, {loaded}) => html`<div style="color-scheme: dark; background: #14191f; color: #e6e9ec; padding: 1rem">${show(loaded as Loaded, args)}</div>`,
};
