import '@social-learning/elements/uploader/define';
import {SocialLearningError, type Backend, type Client, type UploadTarget} from '@social-learning/sdk';
import type {UploadTerms} from '@social-learning/sdk/uploads';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, fireEvent, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, clientOf, type Player} from './support/stage.ts';

interface Args {
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'Uploader',
  component: 'sl-uploader',
  args: {lang: 'en'},
  render: ({lang}, {loaded: {client}}) => html`<sl-uploader .client=${client as Client} space="stories" lang=${lang}></sl-uploader>`,
};
export default meta;
type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-uploader')!.shadowRoot as unknown as HTMLElement);

const kinds: UploadTerms['kinds'] = [
  {kind: 'video', extensions: ['mp4', 'webm', 'mov'], most: 1_073_741_824},
  {kind: 'image', extensions: ['jpg', 'png', 'webp', 'gif'], most: 26_214_400},
  {kind: 'document', extensions: ['pdf'], most: 52_428_800},
  {kind: 'captions', extensions: ['vtt'], most: 1_048_576},
];

/** The stories' backend keeps no files; this one takes them, and forgets them. */
function takingFiles(player: Player | null, answer: (method: string, init: RequestInit) => Promise<Response>, waits = false): Backend {
  const real = backendAs(player);
  const uploads: UploadTarget = {url: 'https://files.example/v1/uploads', send: (_, init) => answer(init.method ?? 'GET', init)};
  return {
    ...real, uploads,
    call: async (name, input, options) => {
      const found = await real.call(name, input, options);
      return (name === 'content.terms' ? {...(found as UploadTerms), kinds, quota: {most: 5_368_709_120, used: 0}, waits} : found) as typeof found;
    },
  };
}

const created = () => new Response(null, {status: 201, headers: {location: '/v1/uploads/01a217fc-23af-7bbe-aad7-751c1c99be96'}});
const takes = async (method: string, init: RequestInit) => (method === 'POST' ? created() : new Response(null, {
  status: 204, headers: {'upload-offset': String(Number(new Headers(init.headers).get('upload-offset')) + ((init.body as Blob | null)?.size ?? 0))},
}));
const stalls = (method: string) => (method === 'POST' ? Promise.resolve(created()) : new Promise<never>(() => undefined));
const refuses = async (method: string) => (method === 'POST' ? created() : Response.json(
  {type: 'x', title: 'x', status: 415, code: 'unsupported-media-type', detail: 'x'}, {status: 415}));

const loaded = (backend: () => Backend): Story['loaders'] => [async () => ({client: clientOf(backend())})];

async function choose(canvas: HTMLElement, ...files: File[]): Promise<void> {
  await userEvent.upload(await inside(canvas).findByLabelText('Choose files'), files, {applyAccept: false});
}
const picture = () => new File([new Uint8Array(4_000)], 'The way to the loading bay.png', {type: 'image/png'});

export const Invitation: Story = {loaders: loaded(() => takingFiles('ann', takes))};

export const OnTheWay: Story = {
  loaders: loaded(() => takingFiles('ann', stalls)),
  play: async ({canvasElement}) => {
    await choose(canvasElement, picture());
    expect(await inside(canvasElement).findByRole('progressbar', {name: 'The way to the loading bay.png'})).toBeVisible();
    await userEvent.click(await inside(canvasElement).findByRole('button', {name: 'Pause The way to the loading bay.png'}));
    expect(await inside(canvasElement).findByRole('button', {name: 'Go on with The way to the loading bay.png'})).toBeVisible();
  },
};

export const ToBeDescribed: Story = {
  loaders: loaded(() => takingFiles('ann', takes, true)),
  play: async ({canvasElement}) => {
    await choose(canvasElement, picture());
    await waitFor(() => expect(inside(canvasElement).queryByRole('progressbar')).toBeNull());
    const form = within(await inside(canvasElement).findByRole('form', {name: 'About The way to the loading bay.png'}));
    await fireEvent.input(form.getByLabelText('Title'), {target: {value: ''}});
    await userEvent.click(form.getByRole('button', {name: /^Publish/}));
    expect(await form.findByRole('alert')).toHaveTextContent('The title is missing.');
  },
};

export const Refused: Story = {
  loaders: loaded(() => takingFiles('ann', refuses)),
  play: async ({canvasElement}) => {
    await choose(canvasElement, picture(), new File(['<svg/>'], 'drawing.svg', {type: 'image/svg+xml'}), new File([], 'empty.pdf', {type: 'application/pdf'}));
    await waitFor(async () => expect(await inside(canvasElement).findAllByRole('alert')).toHaveLength(3));
  },
};

export const LinksOnly: Story = {loaders: loaded(() => backendAs('bram'))};

export const Guest: Story = {loaders: loaded(() => backendAs(null))};

export const Failed: Story = {
  loaders: loaded(() => {
    const real = backendAs('ann');
    return {...real, call: (name, input, options) =>
      name === 'content.terms' ? Promise.reject(new SocialLearningError('unavailable', 'away')) : real.call(name, input, options)};
  }),
};

export const Dutch: Story = {args: {lang: 'nl'}, loaders: loaded(() => takingFiles('ann', takes))};

export const RightToLeft: Story = {
  loaders: loaded(() => takingFiles('ann', takes)),
  render: (_, {loaded: {client}}) => html`<div dir="rtl"><sl-uploader .client=${client as Client} space="stories"></sl-uploader></div>`,
};
