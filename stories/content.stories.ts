import '@social-learning/elements/content/define';
import '@social-learning/elements/thread/define';
import {createId, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {ContentItem} from '@social-learning/sdk/content';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, within} from 'storybook/test';
import {backendAs, clientOf, type Player} from './support/stage.ts';

interface Loaded {
  readonly client: Client;
  readonly subject?: string;
  readonly item?: string;
}

interface Args {
  readonly lang: string;
  readonly own: boolean;
}

const meta: Meta<Args> = {
  title: 'Content',
  component: 'sl-content',
  args: {lang: 'en', own: false},
  render: ({lang, own}, {loaded}) => {
    const {client, subject, item} = loaded as Loaded;
    return html`<sl-content .client=${client} space="stories" .subject=${subject} .item=${item} ?own=${own} lang=${lang}></sl-content>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const newId = () => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const inside = (canvas: HTMLElement) => within(canvas.querySelector('sl-content')!.shadowRoot as unknown as HTMLElement);

async function link(player: Player, subject: string, title: string, more: {description?: string; skills?: string[]} = {}, publish = true): Promise<ContentItem> {
  const backend = backendAs(player);
  const {item} = await backend.call('content.create', {
    space: 'stories', subject: {key: subject}, kind: 'link', title, link: 'https://example.org/a-long-way/to-what-is-worth-reading', ...more,
  }, {key: newId()});
  return publish ? (await backend.call('content.publish', {item: item.id}, {key: newId()})).item : item;
}

async function shared(): Promise<string> {
  const subject = `stories/${newId()}`;
  await link('ann', subject, 'Lifting without hurting your back', {description: 'Ten minutes to read.\nPage 3 has the pictures.', skills: ['safety', 'warehouse']});
  await link('bram', subject, 'Supercalifragilisticexpialidociousandthensomemorewithoutanyspacesinit');
  await link('chidi', subject, 'The words that everybody uses and nobody explains', {skills: ['newcomers']});
  return subject;
}

/** An item with a file that this page holds, since the backend of the stories keeps none. */
function withMedia(kind: ContentItem['kind'], type: string, url: string): Story['loaders'] {
  return [async (): Promise<Loaded> => {
    const subject = `stories/${newId()}`;
    const {id} = await link('ann', subject, 'How the bell sounds', {description: 'One long tone, and the gates close.', skills: ['safety']});
    const real = backendAs('bram');
    const backend: Backend = {...real, async call(name, input, options) {
      const answer = await real.call(name, input, options);
      if (name !== 'content.read') return answer;
      const read = answer as Awaited<ReturnType<typeof real.call<'content.read'>>>;
      return {...read, item: {...read.item, kind, link: null, alt: 'A bell'}, media: {id: newId(), url, type, size: 48_000, name: 'bell'}} as typeof answer;
    }};
    return {client: clientOf(backend), item: id};
  }];
}

/** Half a second of silence. */
const silence = () => `data:audio/wav;base64,${btoa(`RIFF\xc4\x0f\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\xa0\x0f\0\0${'\x80'.repeat(4_000)}`)}`;
const point = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

export const List: Story = {
  loaders: [async (): Promise<Loaded> => ({subject: await shared(), client: clientOf(backendAs('dana'))})],
  play: async ({canvasElement}) => {
    await userEvent.click(await inside(canvasElement).findByRole('button', {name: 'Lifting without hurting your back'}));
    expect(await inside(canvasElement).findByRole('link', {name: /^https:\/\/example\.org/})).toBeVisible();
    await userEvent.click(inside(canvasElement).getByRole('button', {name: 'Back to the list'}));
    expect(await inside(canvasElement).findByRole('button', {name: 'Lifting without hurting your back'})).toBeVisible();
  },
};

export const Recording: Story = {
  loaders: withMedia('audio', 'audio/wav', silence()),
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByLabelText('Speed')).toBeVisible();
  },
};

export const Picture: Story = {loaders: withMedia('image', 'image/png', point)};

export const Document: Story = {loaders: withMedia('document', 'application/pdf', 'data:application/pdf,')};

export const OwnDraft: Story = {
  loaders: [async (): Promise<Loaded> => {
    const {id} = await link('ann', `stories/${newId()}`, 'Not quite done', {}, false);
    return {client: clientOf(backendAs('ann')), item: id};
  }],
  play: async ({canvasElement}) => {
    await userEvent.click(await inside(canvasElement).findByRole('button', {name: 'Remove'}));
    expect(await inside(canvasElement).findByRole('button', {name: 'Remove for good'})).toBeVisible();
  },
};

export const Own: Story = {
  args: {own: true},
  loaders: [async (): Promise<Loaded> => {
    await link('bram', `stories/${newId()}`, 'A draft of mine', {}, false);
    return {client: clientOf(backendAs('bram'))};
  }],
};

export const Empty: Story = {loaders: [async (): Promise<Loaded> => ({subject: `stories/${newId()}`, client: clientOf(backendAs('ann'))})]};

export const Loading: Story = {
  loaders: [async (): Promise<Loaded> => ({subject: 'x', client: clientOf({...backendAs('ann'), call: (name, ...rest) =>
    name === 'content.list' ? new Promise<never>(() => undefined) : backendAs('ann').call(name, ...rest)})})],
};

export const Failed: Story = {
  loaders: [async (): Promise<Loaded> => ({subject: 'x', client: clientOf({...backendAs('ann'), call: (name, ...rest) =>
    name === 'content.list' ? Promise.reject(new SocialLearningError('unavailable', 'away')) : backendAs('ann').call(name, ...rest)})})],
  play: async ({canvasElement}) => {
    expect(await inside(canvasElement).findByRole('button', {name: 'Try again'})).toBeVisible();
  },
};

export const Dutch: Story = {args: {lang: 'nl'}, loaders: [async (): Promise<Loaded> => ({subject: await shared(), client: clientOf(backendAs('dana'))})]};

export const RightToLeft: Story = {
  loaders: [async (): Promise<Loaded> => ({subject: await shared(), client: clientOf(backendAs('dana'))})],
  render: (_, {loaded}) => html`<div dir="rtl"><sl-content .client=${(loaded as Loaded).client} space="stories" .subject=${(loaded as Loaded).subject}></sl-content></div>`,
};
