import '@social-learning/elements/thread/define';
import type {ThreadElement} from '@social-learning/elements';
import {plainContent, type Person} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {GivenBackend, idOf, mentioning, postOf} from '../packages/elements/test/support/given-backend.ts';
import {clientOf} from './support/stage.ts';
import {compose, inside, show, textsOf, type Loaded} from './support/thread-stage.ts';

const meta: Meta<ThreadElement> = {
  title: 'Thread in adversity',
  component: 'sl-thread',
  args: {kind: 'discussion', headingLevel: 2},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<ThreadElement>;

interface Given extends Loaded {
  readonly given: GivenBackend;
}

const ann: Person = {id: idOf(9_999), name: 'Ann Bakker', picture: null};
const hour = 3_600_000;
const day = 24 * hour;
const paragraph = (...children: unknown[]) => ({type: 'paragraph', children});
const text = (value: string) => ({type: 'text', value});

/** A thread of these posts, on a backend that means no good. */
function given(posts: () => GivenBackend['posts'], environment: Parameters<typeof clientOf>[1] = {}): Story['loaders'] {
  return [async (): Promise<Given> => {
    const backend = new GivenBackend(posts());
    return {given: backend, client: clientOf(backend.as(ann, {'presence.say': () => ({}) as never}), environment), subject: 'stories/given'};
  }];
}

const rootOf = (canvas: HTMLElement) => canvas.querySelector('sl-thread')!.shadowRoot!;

/** Waits for what the posts say, and for nothing of them to reach over the edge. */
async function expectTexts(canvas: HTMLElement, texts: readonly string[]): Promise<void> {
  await waitFor(() => expect(textsOf(canvas)).toEqual(texts));
  const {scrollWidth, clientWidth} = rootOf(canvas).querySelector('.thread')!;
  await expect(scrollWidth).toBe(clientWidth);
}

export const HostileContent: Story = {
  loaders: given(() => [
    postOf(1, {content: {type: 'root', children: [
      {type: 'html', value: '<img src=x onerror="document.body.remove()"><script>document.body.remove()</script>'},
      paragraph({type: 'link', url: 'javascript:document.body.remove()', children: [text('no link')]}, text(' '), {type: 'link', url: 'data:text/html,x', children: [text('nor this')]}),
      {type: 'code', lang: '"><img src=x>', value: '</code></pre><script>document.body.remove()</script>'},
      {type: 'marquee', children: [text('of a type that nobody knows')]},
      {type: 'heading', depth: 'high', children: [text('A heading of no level')]},
      {type: 'list', ordered: true, start: 1e99, children: [{type: 'listItem', checked: 'yes', children: [paragraph(text('an item'))]}]},
      paragraph(text('Nospacesinit'.repeat(60))),
    ]} as never}),
    postOf(2, {author: null, createdAt: 'yesterday', editedAt: 'never', depth: 1e9, parent: 'nobody', reactions: {thanks: -5} as never}),
  ]),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByText('Post 2', {selector: '.body p'})).toBeVisible();
    const [body] = rootOf(canvasElement).querySelectorAll('.body');
    await expect(body!.querySelectorAll('a, img, script')).toHaveLength(0);
    await expect(body).toHaveTextContent('of a type that nobody knows');
    const {scrollWidth, clientWidth} = rootOf(canvasElement).querySelector('.thread')!;
    await expect(scrollWidth).toBe(clientWidth);
  },
};

/** What is no answer at all is told in words, with a way on. */
export const NoAnswerOfTheContract: Story = {
  loaders: [async (): Promise<Loaded> => ({client: clientOf(new GivenBackend([]).as(ann, {'threads.read': () => '<p>Welcome to our guest network</p>' as never}))})],
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await expect(await thread.findByRole('alert')).toHaveTextContent(/\w/);
    await expect(thread.getByRole('button', {name: 'Try again'})).toBeVisible();
  },
};

export const MissingParent: Story = {
  loaders: given(() => [postOf(1), postOf(2, {parent: 'nobody', depth: 1, text: 'To somebody who is nowhere'}), postOf(3, {parent: idOf(3), depth: 1, text: 'To myself'})]),
  play: ({canvasElement}) => expectTexts(canvasElement, ['Post 1', 'To somebody who is nowhere', 'To myself']),
};

export const MissingParentNewestFirst: Story = {
  ...MissingParent,
  args: {order: 'newest'},
};

/** Posts of two hours ago, and one of the reader's own, by a clock that is wrong by so much. */
function clockOff(milliseconds: number): Story {
  return {
    loaders: given(() => [postOf(1)], {now: () => Date.now() + milliseconds}),
    async play({canvasElement}) {
      const thread = inside(canvasElement);
      await expect(await thread.findByText('2 hours ago')).toBeVisible();
      await userEvent.type(await compose(thread), 'On time');
      await userEvent.click(thread.getByRole('button', {name: 'Post'}));
      await waitFor(() => expect(textsOf(canvasElement)).toEqual(['Post 1', 'On time']));
      await expect(thread.getByText('now', {selector: 'time'})).toBeVisible();
    },
  };
}

export const ClockOfThePageADayAhead = clockOff(day);

export const ClockOfThePageADayBehind = clockOff(-day);

export const FromTheFuture: Story = {
  loaders: given(() => [postOf(1, {createdAt: new Date(Date.now() + day).toISOString(), text: 'Written tomorrow'})]),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByText('now', {selector: 'time'})).toBeVisible();
  },
};

/** As many as axe can look at in a story's time; the tests in browsers have 5,000. */
const levels = 150;

export const HundredsOfLevels: Story = {
  loaders: given(() => Array.from({length: levels}, (_, level) =>
    postOf(level, {text: `Level ${level}`, depth: level, parent: level === 0 ? null : idOf(level - 1), replies: level === levels - 1 ? 0 : 1}))),
  async play({canvasElement}) {
    await waitFor(() => expect(rootOf(canvasElement).querySelectorAll('.post')).toHaveLength(levels));
    const last = [...rootOf(canvasElement).querySelectorAll('.post')].at(-1)!;
    await expect(last).toHaveTextContent(`Level ${levels - 1}`);
    const {scrollWidth, clientWidth} = rootOf(canvasElement).querySelector('.thread')!;
    await expect(scrollWidth).toBe(clientWidth);
  },
};

export const AThousandMentions: Story = {
  loaders: given(() => [postOf(1, {content: mentioning(Array.from({length: 1_000}, (_, number) => `Person ${number}`))})]),
  async play({canvasElement}) {
    await inside(canvasElement).findByText('@Person 999');
    await expect(rootOf(canvasElement).querySelectorAll('.mention')).toHaveLength(1_000);
  },
};

const zalgo = `Z${'\u0301\u0334\u0327'.repeat(30)}a${'\u0300\u0316'.repeat(30)}lgo`;
const reversing = '\u2069\u202eelpmaxe.live';

export const SpoilingNames: Story = {
  loaders: given(() => [
    postOf(1, {text: 'Before'}), postOf(2, {author: {id: idOf(2), name: zalgo, picture: null}, text: 'By a name of stacked marks'}),
    postOf(3, {author: {id: idOf(3), name: reversing, picture: null}, content: mentioning([reversing, zalgo])}),
    postOf(4, {parent: idOf(3), depth: 1, author: {id: idOf(4), name: '<b>Bold</b>'.repeat(30), picture: null}, text: 'By a name that is long'}),
  ]),
  async play({canvasElement, loaded}) {
    const thread = inside(canvasElement);
    await expect(await thread.findByText('By a name that is long')).toBeVisible();
    await waitFor(() => {
      (loaded as Given).given.say({type: 'presence', topic: 'given', presence: {readers: 2, writing: [reversing]}});
      return expect(rootOf(canvasElement).querySelector('#presence')).toHaveTextContent('2 reading · elpmaxe.live is writing…');
    });
    const {scrollWidth, clientWidth} = rootOf(canvasElement).querySelector('.thread')!;
    await expect(scrollWidth).toBe(clientWidth);
  },
};

const nowhere = 'https://pictures.invalid/picture.png';

/** A picture of somebody else's is a link, which asks nobody for anything; one that the page shows itself keeps its room. */
export const PicturesThatNeverLoad: Story = {
  args: {renderers: {avatar: () => Object.assign(new Image(34, 34), {src: nowhere, alt: ''})}},
  loaders: given(() => [
    postOf(1, {content: {type: 'root', children: [paragraph({type: 'image', url: nowhere, alt: 'The scanner at gate 4'})]} as never}),
    postOf(2, {content: {type: 'root', children: [paragraph({type: 'image', url: nowhere, alt: ''})]} as never}),
  ]),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await expect(await thread.findByRole('link', {name: 'The scanner at gate 4'})).toBeVisible();
    await expect(thread.getByRole('link', {name: 'pictures.invalid'})).toBeVisible();
    await waitFor(() => expect([...rootOf(canvasElement).querySelectorAll('img')].every(({complete, naturalWidth}) => complete && naturalWidth === 0)).toBe(true));
    await expect(rootOf(canvasElement).querySelector('.avatar')!.clientWidth).toBeGreaterThan(20);
  },
};

/** What a restless feed says, of which every post is shown once, in its place, and as it was last. */
export const RestlessFeed: Story = {
  loaders: given(() => [postOf(1), postOf(2)]),
  async play({canvasElement, loaded}) {
    const {given: backend} = loaded as Given;
    await waitFor(() => expect(backend.listeners).toBeGreaterThan(0));
    backend.tell(postOf(4), postOf(4), postOf(3), postOf(1));
    backend.tell(postOf(1, {version: 3, content: plainContent('Edited twice')}), postOf(1, {version: 2, content: plainContent('Edited once')}));
    backend.say({type: 'change', cursor: '1', change: null} as never);
    await expectTexts(canvasElement, ['Edited twice', 'Post 2', 'Post 3', 'Post 4']);
    // It skipped two, and says that it lost count.
    backend.posts.splice(0, 1, postOf(1, {version: 3, content: plainContent('Edited twice')}));
    backend.posts.push(postOf(3), postOf(4), postOf(5), postOf(6));
    // Said until it is heard: whoever just subscribes anew is told by a server, too.
    await waitFor(() => {
      backend.say({type: 'reset', cursor: '9'});
      return expect(textsOf(canvasElement)).toHaveLength(6);
    }, {interval: 500});
    await expectTexts(canvasElement, ['Edited twice', 'Post 2', 'Post 3', 'Post 4', 'Post 5', 'Post 6']);
  },
};

export const SpoilingNamesNarrow: Story = {
  ...SpoilingNames,
  render: (args, {loaded}) => html`<div class="narrow" style="inline-size: 320px">${show(loaded as Loaded, args)}</div>`,
};
