import '@social-learning/elements/thread/define';
import type {ThreadElement} from '@social-learning/elements';
import {limits, type Post} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, clientOf, Stage} from './support/stage.ts';
import {ask, compose, inside, played, show, talk, textsOf, type Loaded} from './support/thread-stage.ts';

const meta: Meta<ThreadElement> = {
  title: 'Thread reading',
  component: 'sl-thread',
  args: {kind: 'discussion', headingLevel: 2},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<ThreadElement>;

/** Three posts, of which the second helped most and the first was answered. */
async function threePosts(stage: Stage): Promise<void> {
  const first = await stage.say('bram', 'First of all');
  const second = await stage.say('dana', 'Second, and a help');
  await stage.say('chidi', 'Third and last');
  await stage.say('ann', 'An answer to the first', {parent: first});
  await stage.thank('ann', second);
}

/** The same posts in an order, which the reader sees to be chosen. */
function inOrder(order: ThreadElement['order'], name: string, texts: readonly string[]): Story {
  return {
    args: {order},
    loaders: played(threePosts),
    async play({canvasElement}) {
      await waitFor(() => expect(textsOf(canvasElement)).toEqual(texts));
      await expect(await inside(canvasElement).findByLabelText('Order of the posts')).toHaveDisplayValue(name);
    },
  };
}

export const NewestFirst = inOrder('newest', 'Newest first', ['Third and last', 'Second, and a help', 'First of all', 'An answer to the first']);

export const MostHelpfulFirst = inOrder('helpful', 'Most helpful first', ['Second, and a help', 'First of all', 'An answer to the first', 'Third and last']);

export const UnansweredFirst = inOrder('unanswered', 'Unanswered first', ['Second, and a help', 'Third and last', 'First of all', 'An answer to the first']);

export const ChoosingAnOrder: Story = {
  loaders: played(threePosts),
  async play({canvasElement}) {
    await userEvent.selectOptions(await inside(canvasElement).findByLabelText('Order of the posts'), 'newest');
    await waitFor(() => expect(textsOf(canvasElement)[0]).toBe('Third and last'));
  },
};

export const FoldedReplies: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: /Hide the replies to Bram Visser$/}));
    await expect(await thread.findByRole('button', {name: /Show the replies to Bram Visser$/})).toHaveAttribute('aria-expanded', 'false');
    await expect(textsOf(canvasElement)).toHaveLength(2);
  },
};

export const MoreReplies: Story = {
  args: {order: 'newest'},
  loaders: played(async stage => {
    const first = await stage.say('bram', 'Where do you keep your notes?');
    for (let number = 1; number <= limits.firstReplies + 3; number++) await stage.say(number % 2 ? 'dana' : 'chidi', `In place number ${number}.`, {parent: first});
  }),
  async play({canvasElement}) {
    await expect(await inside(canvasElement).findByRole('button', {name: 'Show 3 more replies'})).toBeVisible();
    await expect(textsOf(canvasElement)).toHaveLength(limits.firstReplies + 1);
  },
};

export const Pinned: Story = {
  loaders: played(async stage => {
    await talk(stage);
    await stage.pin(await stage.say('mo', 'Before you ask where the scanners are: **gate 4**, on the left.'));
  }),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    const list = await thread.findByRole('list', {name: 'Pinned'});
    await expect(within(list).getByRole('link')).toHaveTextContent('Mo the moderator Before you ask where the scanners are: gate 4, on the left.');
    await expect(thread.getByText('Pinned', {selector: '.mark'})).toBeVisible();
  },
};

export const HowTo: Story = {
  loaders: played(async stage => {
    const how = await stage.say('dana', '1. Hold the yellow button\n2. Count to ten\n3. Let go when it beeps', {form: 'how-to'});
    await stage.say('bram', 'Mine beeped at eight.', {parent: how, form: 'tried'});
  }),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    for (const mark of ['How I did it', '1 has tried it', 'Tried it']) await expect(await thread.findByText(mark, {selector: '.mark'})).toBeVisible();
    await expect(await thread.findByRole('button', {name: /I tried what Dana Levy did$/})).toBeVisible();
  },
};

export const Compact: Story = {
  args: {density: 'compact'},
  loaders: played(talk),
  async play({canvasElement}) {
    await inside(canvasElement).findByText(/I was afraid to ask/);
    await expect(canvasElement.querySelector('sl-thread')).toHaveAttribute('density', 'compact');
  },
};

/** A page's own: a picture in the place of the initials, a body of its own, and one more button. */
const ownRenderers = {
  avatar: () => {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    picture.setAttribute('viewBox', '0 0 10 10');
    picture.append(document.createElementNS('http://www.w3.org/2000/svg', 'circle'));
    for (const [name, value] of [['cx', '5'], ['cy', '5'], ['r', '5'], ['fill', 'teal']] as const) picture.firstElementChild!.setAttribute(name, value);
    return picture;
  },
  body: (post: Post) => (post.parent === null ? undefined : Object.assign(document.createElement('p'), {textContent: `A reply of ${post.author!.name}, as this page shows it.`})),
  actions: () => [Object.assign(document.createElement('button'), {type: 'button', textContent: 'Save to my list'})],
};

export const OwnRenderers: Story = {
  args: {renderers: ownRenderers},
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await expect(await thread.findByText('A reply of Dana Levy, as this page shows it.')).toBeVisible();
    await expect(await thread.findAllByRole('button', {name: 'Save to my list'})).toHaveLength(4);
    await expect(await thread.findAllByRole('button', {name: /^Reply to/})).toHaveLength(4);
  },
};

/** Two people at one conversation: what one of them does, the other sees. */
export const OthersAreThere: Story = {
  loaders: [async () => {
    const stage = new Stage();
    await talk(stage);
    return {subject: stage.subject, space: stage.space, client: clientOf(backendAs('ann')), other: clientOf(backendAs('dana'))};
  }],
  render: (args, {loaded}) => {
    const {other, ...own} = loaded as Loaded & {other: Loaded['client']};
    return html`${show(own, {...args, heading: 'As Ann sees it'})}<hr />${show({...own, client: other!}, {...args, heading: 'As Dana sees it'})}`;
  },
  async play({canvasElement}) {
    const [ann, dana] = [inside(canvasElement), inside(canvasElement, 1)];
    await waitFor(() => expect(ann.getByText('2 reading')).toBeVisible());
    await userEvent.type(await compose(dana), 'Let me think');
    await waitFor(() => expect(ann.getByText('2 reading · Dana Levy is writing…')).toBeVisible());
  },
};

export const NewSinceLastVisit: Story = {
  loaders: [async (): Promise<Loaded> => {
    const stage = new Stage();
    await ask(stage);
    const client = clientOf(backendAs('ann'));
    // Drafts, and with them visits, are of somebody: until it is known of whom, there is nowhere to keep them.
    await new Promise<void>(resolve => client.$me.subscribe(({status}) => status === 'ready' && resolve()));
    const {thread} = await client.call('threads.read', {subject: stage.subject, space: stage.space});
    client.drafts.write(`visited/${thread!.id}`, new Date(client.serverNow()).toISOString());
    await stage.say('bram', 'It beeped at eight for me.');
    await stage.say('chidi', 'And for me at eleven.');
    return {client, subject: stage.subject, space: stage.space};
  }],
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await expect(await thread.findByRole('button', {name: '2 new since your last visit'})).toBeVisible();
    await waitFor(() => expect(thread.getAllByText('new', {selector: '.mark'})).toHaveLength(2));
  },
};

export const EarlierVersions: Story = {
  loaders: played(async stage => {
    const post = await stage.say('bram', 'Hold the red button for ten seconds.');
    await stage.edit('bram', post, 'Hold the yellow button for ten seconds, until it beeps.', 'It is the yellow one.');
  }),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'More about the post of Bram Visser'}));
    await userEvent.click(await thread.findByRole('button', {name: 'Earlier versions of the post of Bram Visser'}));
    const versions = await thread.findByRole('list', {name: 'Earlier versions'});
    await expect(within(versions).getByText('It is the yellow one.', {selector: 'q'})).toBeVisible();
    await expect(within(versions).getByText('red', {selector: 'del'})).toBeVisible();
    await expect(within(versions).getByText('yellow', {selector: 'ins'})).toBeVisible();
  },
};
