import '@social-learning/elements/checklist/define';
import {createId, SocialLearningError, type Backend, type Client, type EndpointName} from '@social-learning/sdk';
import type {Checklist} from '@social-learning/sdk/checklists';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, clientOf, Stage, type Player} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
  readonly subject: string;
}

interface Args {
  readonly create: boolean;
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'Checklist',
  component: 'sl-checklist',
  args: {create: false, lang: 'en'},
  render: ({create, lang}, {loaded}) => {
    const {client, subject} = loaded as Loaded;
    return html`<sl-checklist .client=${client} subject=${subject} space="stories" lang=${lang} ?create=${create}></sl-checklist>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-checklist')!.shadowRoot as unknown as HTMLElement);
const never = () => new Promise<never>(() => undefined);
const instead = (backend: Backend, name: EndpointName, act: () => Promise<never>): Backend =>
  ({...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))});
const steps = [
  {text: 'Collect your safety shoes at the gate', note: 'Not your size? Say so now.', critical: true},
  {text: 'Say hello to your buddy', note: null, critical: false},
  {text: 'Walk the emergency route once', note: 'With your feet, not on the map.', critical: true},
];

/** A checklist that Bram wrote, and how many of its steps people have done. */
async function written(runs: Partial<Record<Player, number>> = {}, publish = true): Promise<Checklist & {readonly key: string}> {
  const {subject: key} = new Stage();
  const bram = backendAs('bram');
  const {checklist} = await bram.call('checklists.create', {
    space: 'stories', subject: {key, title: 'A day of the course'}, title: 'Your first day', description: 'In no hurry.', steps: steps.map(step => ({id: newId(), ...step})),
  }, {key: newId()});
  if (publish) await bram.call('checklists.publish', {checklist: checklist.id, revision: 1}, {key: newId()});
  for (const [player, count] of Object.entries(runs) as [Player, number][]) {
    for (const {id: step} of checklist.steps.slice(0, count)) {
      await backendAs(player).call('checklists.tick', {checklist: checklist.id, step, on: true, order: 1}, {key: newId()});
    }
  }
  return {...checklist, key};
}

const as = (player: Player | null, runs?: Partial<Record<Player, number>>, publish?: boolean): Story['loaders'] =>
  [async (): Promise<Loaded> => ({client: clientOf(backendAs(player)), subject: (await written(runs, publish)).key})];
const through = (change: (backend: Backend) => Backend): Story['loaders'] =>
  [async (): Promise<Loaded> => ({client: clientOf(change(backendAs('ann'))), subject: (await written()).key})];

export const NotBegun: Story = {
  loaders: as('ann'),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByText('0 of 3 steps done.')).toBeVisible();
  },
};

export const UnderWay: Story = {
  loaders: as('ann', {ann: 1, chidi: 3, dana: 3, kit: 2}),
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('checkbox', {name: /^Say hello/}));
    await view.findByText('2 of 3 steps done.', {selector: '#done'});
    await view.findByText(/2 of your colleagues have finished/);
  },
};

export const Finished: Story = {
  loaders: as('chidi', {chidi: 3}),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByText(/You have finished/, {selector: '.finished'})).toBeVisible();
  },
};

export const SignedOut: Story = {loaders: as(null, {chidi: 3})};

export const Draft: Story = {loaders: as('bram', {}, false)};

export const None: Story = {loaders: as('ann', {}, false)};

export const OutOfUse: Story = {
  loaders: as('bram'),
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Edit'}));
    await userEvent.click(await view.findByRole('button', {name: 'Take out of use…'}));
    await userEvent.click(await view.findByRole('button', {name: 'Take it out of use'}));
  },
};

export const Editing: Story = {
  loaders: as('kit'),
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Edit'}));
    await userEvent.click(await view.findByRole('button', {name: 'Up: step 3'}));
    await waitFor(() => expect((view.getByLabelText('Step 2 of 3') as HTMLTextAreaElement).value).toMatch(/^Walk/));
  },
};

export const New: Story = {
  args: {create: true},
  loaders: [async (): Promise<Loaded> => ({client: clientOf(backendAs('ann')), subject: new Stage().subject})],
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('button', {name: 'Publish'}));
    await view.findByText('It needs a title.');
  },
};

export const Offline: Story = {
  loaders: through(backend => instead(backend, 'checklists.tick', () => Promise.reject(new SocialLearningError('network', 'Offline.')))),
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('checkbox', {name: /^Say hello/}));
    await view.findByText(/It is kept/);
  },
};

export const Refused: Story = {
  loaders: through(backend => instead(backend, 'checklists.tick', () => Promise.reject(new SocialLearningError('forbidden', 'No.')))),
  async play({canvasElement}) {
    const view = inside(canvasElement);
    await userEvent.click(await view.findByRole('checkbox', {name: /^Say hello/}));
    await view.findByRole('button', {name: 'Leave it: Say hello to your buddy'});
  },
};

export const Loading: Story = {loaders: through(backend => instead(backend, 'checklists.read', never))};

export const Failed: Story = {
  loaders: through(backend => instead(backend, 'checklists.read', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
};

export const Dutch: Story = {args: {lang: 'nl'}, loaders: as('ann', {ann: 2, dana: 3})};
