import '@social-learning/elements/guidelines/define';
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
  {id: 'be-kind', sentence: 'Be kind to whoever asks.', do: 'Thank people for the question. You had it once, too.', dont: '“As I told you”, “obviously”.'},
  {id: 'the-matter', sentence: 'Talk about the matter, not about the person.', do: null, dont: '“Planning is asleep again.”'},
  {id: 'say-where', sentence: 'Say how you know it.', do: '“I tried it on line 3.”', dont: null},
];

const show = ({client, space}: Loaded): TemplateResult => html`<sl-guidelines .client=${client} space=${space ?? 'agreed'}></sl-guidelines>`;
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-guidelines')!.shadowRoot as unknown as HTMLElement);
const never = () => new Promise<never>(() => undefined);
const instead = (backend: Backend, name: EndpointName, act: () => Promise<never>): Backend =>
  ({...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))});

const meta: Meta = {title: 'Guidelines', component: 'sl-guidelines', render: (_, {loaded}) => show(loaded as Loaded)};
export default meta;
type Story = StoryObj;

/** Guidelines that were just written, as one person sees them. */
function agreedOn(player: Player | null, then: (stage: Stage) => Promise<void> = () => Promise.resolve()): Story['loaders'] {
  return [async (): Promise<Loaded> => {
    const stage = new Stage('agreed');
    await stage.agreeOn(rules);
    await then(stage);
    return {client: clientOf(backendAs(player))};
  }];
}

export const NotAgreedYet: Story = {
  loaders: agreedOn('bram'),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByRole('button', {name: 'I agree'})).toBeVisible();
  },
};

export const Agreed: Story = {
  loaders: agreedOn('chidi'),
  async play({canvasElement}) {
    const element = inside(canvasElement);
    await userEvent.click(await element.findByRole('button', {name: 'I agree'}));
    await element.findByText('You agreed to this', {selector: '.agreed'});
  },
};

export const SignedOut: Story = {loaders: agreedOn(null)};

export const None: Story = {loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('ann')), space: 'calm'})]};

export const Loading: Story = {loaders: [async (): Promise<Loaded> => ({client: clientOf(instead(backendAs('ann'), 'guidelines.read', never))})]};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => ({
    client: clientOf(instead(backendAs('ann'), 'guidelines.read', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
  })],
};

export const OlderVersion: Story = {
  loaders: agreedOn('dana', stage => stage.agreeOn(rules.slice(0, 2))),
  async play({canvasElement}) {
    const element = inside(canvasElement);
    await userEvent.click(await element.findByRole('button', {name: /^Show version/}));
    await element.findByText(/holds no longer/);
  },
};

export const Editing: Story = {
  loaders: agreedOn('kit'),
  async play({canvasElement}) {
    const element = inside(canvasElement);
    await userEvent.click(await element.findByRole('button', {name: 'Edit'}));
    await userEvent.click(await element.findByRole('button', {name: 'Add a rule'}));
    await expect((await element.findAllByLabelText('The rule in one sentence')).length).toBe(4);
  },
};

export const OwnAffairs: Story = {
  loaders: agreedOn('dana', async stage => {
    await stage.agree('chidi');
    await stage.agree('dana');
    const post = await stage.say('chidi', 'Harsh words.');
    await stage.report('dana', post, 'This hurts.', 'be-kind');
    await stage.decide(post, 'hide', 'Please say it kindly.', 'be-kind');
    await stage.decide(await stage.say('dana', 'Harsh words back.'), 'remove', 'You, too.');
  }),
  async play({canvasElement}) {
    const element = inside(canvasElement);
    await userEvent.click(await element.findByText('Your reports, and what moderators told you'));
    await element.findByText('A moderator removed your post');
  },
};

export const Narrow: Story = {
  loaders: agreedOn('bram'),
  render: (_, {loaded}) => html`<div style="inline-size: 320px">${show(loaded as Loaded)}</div>`,
};

export const Dark: Story = {
  loaders: agreedOn('bram'),
  render: (_, {loaded}) => html`<div style="color-scheme: dark; background: #14191f; color: #e6e9ec; padding: 1rem">${show(loaded as Loaded)}</div>`,
};

export const Dutch: Story = {
  loaders: agreedOn('bram'),
  render: (_, {loaded}) => html`<div lang="nl">${show(loaded as Loaded)}</div>`,
};

export const RightToLeft: Story = {
  loaders: agreedOn('bram'),
  render: (_, {loaded}) => html`<div dir="rtl">${show(loaded as Loaded)}</div>`,
};
