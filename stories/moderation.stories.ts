import '@social-learning/elements/moderation/define';
import {SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {expect, userEvent, within} from 'storybook/test';
import {backendAs, clientOf, Stage, type Player} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
  readonly space?: string;
}

const rules = [
  {id: 'be-kind', sentence: 'Be kind to whoever asks.', do: null, dont: null},
  {id: 'no-selling', sentence: 'Nothing is sold here.', do: null, dont: null},
];

const show = ({client, space}: Loaded): TemplateResult => html`<sl-moderation .client=${client} space=${space ?? 'careful'}></sl-moderation>`;
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-moderation')!.shadowRoot as unknown as HTMLElement);
const never = () => new Promise<never>(() => undefined);
const instead = (backend: Backend, name: EndpointName, act: () => Promise<never>): Backend =>
  ({...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))});

const meta: Meta = {title: 'Moderation', component: 'sl-moderation', render: (_, {loaded}) => show(loaded as Loaded)};
export default meta;
type Story = StoryObj;

/** A queue with something in it, as one person sees it. */
function waiting(player: Player = 'mo'): Story['loaders'] {
  return [async (): Promise<Loaded> => {
    const stage = new Stage('careful');
    await stage.agreeOn(rules, false);
    const {cases: {items}} = await backendAs('mo').call('cases.list', {space: 'careful'});
    // What other stories left.
    for (const {target: {id}, revision, waiting: waits} of items) {
      await backendAs('mo').call('cases.decide', {target: {type: 'post', id}, revision, action: waits ? 'hide' : 'dismiss', reason: 'Put away.'}, {key: clientOf(backendAs('mo')).createId()});
    }
    const first = await stage.say('mo', 'How do you all label the pallets in hall 2? The *old way* takes me ages.');
    const harsh = await stage.say('chidi', 'The old way is fine. Maybe it is not the labels that are slow.', {parent: first});
    await stage.decide(harsh, 'approve');
    await stage.report('ann', harsh, 'That was about Mo, not about the labels.', 'be-kind');
    await stage.report('dana', harsh, '');
    await stage.say('bram', 'Best **label printers** in town, ask me for the link!');
    return {client: clientOf(backendAs(player))};
  }];
}

export const Queue: Story = {
  loaders: waiting(),
  async play({canvasElement}) {
    const queue = inside(canvasElement);
    await queue.findByText('Reported by 2');
    await expect(await queue.findByRole('button', {name: 'Approve: the post of Bram Visser'})).toBeVisible();
  },
};

export const KudosInTheQueue: Story = {
  loaders: [async (): Promise<Loaded> => {
    const id = clientOf(backendAs('mo')).createId();
    const dana = (await backendAs('dana').call('me.read', {})).person!;
    await backendAs('chidi').call('kudos.give', {space: 'questions', to: [dana.id], message: 'For finally finding the right form. Bravo.'}, {key: id});
    await backendAs('ann').call('reports.create', {target: {type: 'kudos', id}, note: 'This is no thanks.'}, {key: clientOf(backendAs('ann')).createId()});
    for (const [from, to] of [['ann', 'bram'], ['bram', 'ann']] as const) {
      const {id: person} = (await backendAs(to).call('me.read', {})).person!;
      for (const message of ['Thanks.', 'Thanks again.', 'And again.']) {
        await backendAs(from).call('kudos.give', {space: 'questions', to: [person], message}, {key: clientOf(backendAs(from)).createId()});
      }
    }
    return {client: clientOf(backendAs('mo')), space: 'questions'};
  }],
  async play({canvasElement}) {
    const queue = inside(canvasElement);
    await expect(await queue.findByText('Kudos of Chidi Okafor')).toBeVisible();
    await expect(queue.getByRole('button', {name: 'Hide: the kudos of Chidi Okafor'})).toBeVisible();
    await userEvent.click(await queue.findByText('1 pair thanks only each other'));
  },
};

export const SayingWhy: Story = {
  loaders: waiting(),
  async play({canvasElement}) {
    const queue = inside(canvasElement);
    await userEvent.click(await queue.findByRole('button', {name: 'Hide: the post of Chidi Okafor'}));
    await userEvent.selectOptions(await queue.findByLabelText('Which rule?'), 'be-kind');
    await userEvent.type(await queue.findByLabelText('Why? Whoever it is about will read this.'), 'Talk about labels, please.');
  },
};

export const Decided: Story = {
  loaders: waiting(),
  async play({canvasElement}) {
    const queue = inside(canvasElement);
    await userEvent.click(await queue.findByRole('button', {name: 'Leave it as it is: the post of Chidi Okafor'}));
    await queue.findByText('Mo the moderator left this as it is.');
  },
};

export const Log: Story = {
  loaders: waiting(),
  async play({canvasElement}) {
    const queue = inside(canvasElement);
    await userEvent.click(await queue.findByRole('button', {name: 'Log'}));
    await queue.findAllByText(/Mo the moderator/);
  },
};

export const Empty: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('mo')), space: 'calm'})],
  async play({canvasElement}) {
    await inside(canvasElement).findByText(/Nothing waits for you/);
  },
};

export const NotForYou: Story = {loaders: waiting('ann')};

export const SignedOut: Story = {loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs(null))})]};

export const Loading: Story = {loaders: [async (): Promise<Loaded> => ({client: clientOf(instead(backendAs('mo'), 'cases.list', never))})]};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => ({
    client: clientOf(instead(backendAs('mo'), 'cases.list', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
  })],
};

export const Narrow: Story = {
  loaders: waiting(),
  render: (_, {loaded}) => html`<div style="inline-size: 320px">${show(loaded as Loaded)}</div>`,
};

export const Dark: Story = {
  loaders: waiting(),
  render: (_, {loaded}) => html`<div style="color-scheme: dark; background: #14191f; color: #e6e9ec; padding: 1rem">${show(loaded as Loaded)}</div>`,
};

export const Dutch: Story = {
  loaders: waiting(),
  render: (_, {loaded}) => html`<div lang="nl">${show(loaded as Loaded)}</div>`,
};

export const RightToLeft: Story = {
  loaders: waiting(),
  render: (_, {loaded}) => html`<div dir="rtl">${show(loaded as Loaded)}</div>`,
};
