import '@social-learning/elements/thread/define';
import type {ThreadElement} from '@social-learning/elements';
import {SocialLearningError} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor, within} from 'storybook/test';
import {backendAs, Stage} from './support/stage.ts';
import {compose, fill, inside, instead, played, show, talk, type Loaded} from './support/thread-stage.ts';

const meta: Meta<ThreadElement> = {
  title: 'Thread writing',
  component: 'sl-thread',
  args: {kind: 'discussion', headingLevel: 2},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<ThreadElement>;

export const SimilarQuestions: Story = {
  args: {kind: 'question'},
  loaders: played(async () => {
    for (const title of ['How do I reset the scanner at gate 4?', 'Why does the scanner at gate 4 beep?']) {
      await new Stage().say('bram', 'Who knows?', {kind: 'question', title});
    }
  }),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await compose(thread, 'Ask a question…', 'Your question in one sentence');
    await userEvent.type(thread.getByLabelText('Your question in one sentence'), 'The scanner at gate 4 beeps');
    const list = await thread.findByRole('list', {name: 'Perhaps it has been asked already:'});
    await expect(within(list).getByText('Why does the scanner at gate 4 beep?')).toBeVisible();
  },
};

export const Mentioning: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    const field = await compose(thread);
    await userEvent.type(field, 'Ask @Da');
    const people = await thread.findByRole('listbox', {name: 'People'});
    await expect(within(people).getByRole('option', {name: /Dana Levy/})).toBeVisible();
    await expect(field).toHaveAttribute('aria-activedescendant');
  },
};

export const ChoosingAnEmoji: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await compose(thread);
    await userEvent.click(await thread.findByRole('button', {name: 'Emoji'}));
    const emoji = await thread.findByRole('dialog', {name: 'Emoji'});
    await userEvent.type(within(emoji).getByRole('searchbox'), 'party');
    await waitFor(() => expect(within(emoji).getAllByRole('button').map(button => button.title)).toEqual(['partying face', 'party popper']));
  },
};

export const Previewing: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    fill(await compose(thread), 'Do **three** things:\n\n1. Read\n2. Ask');
    await userEvent.click(await thread.findByRole('tab', {name: 'Preview'}));
    const preview = await thread.findByRole('tabpanel', {name: 'Preview'});
    await expect(await within(preview).findByText('three', {selector: 'strong'})).toBeVisible();
    await expect(within(preview).getAllByRole('listitem')).toHaveLength(2);
  },
};

export const Quoting: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'More about the post of Chidi Okafor'}));
    await userEvent.click(await thread.findByRole('button', {name: 'Quote the post of Chidi Okafor'}));
    const field = await thread.findByLabelText<HTMLTextAreaElement>('Your reply to Chidi Okafor');
    await expect(field.value).toMatch(/^> I was afraid to ask.*\n>\n> — \[Chidi Okafor\]\(http/s);
  },
};

export const Editing: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'Edit your post'}));
    const field = await thread.findByRole('textbox', {name: 'Edit your post'});
    await expect(field).toHaveValue('Paper for me too.\n\n- one line each\n- crossed out by hand');
    await expect(thread.getByLabelText('Why, if you like')).toBeVisible();
  },
};

export const ShowingHow: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await compose(thread);
    await userEvent.click(thread.getByRole('button', {name: 'Show how you did it'}));
    const field = await thread.findByLabelText<HTMLTextAreaElement>('What did you do, step by step?');
    await waitFor(() => expect(field.value).toMatch(/^1\. /));
    await userEvent.type(field, 'Open the lid');
    await userEvent.click(thread.getByRole('button', {name: 'Post'}));
    await expect(await thread.findByText(/Write at least two numbered steps first/)).toBeVisible();
  },
};

export const RemovalToUndo: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'Remove the post of Ann Bakker'}));
    const undo = await thread.findByRole('button', {name: 'Undo the removal'});
    await expect(undo).toBeVisible();
    await waitFor(() => expect(canvasElement.querySelector('sl-thread')!.shadowRoot!.activeElement).toBe(undo));
  },
};

/** What can never be posted stays in sight, with the reason and every way out. */
export const Parked: Story = {
  loaders: played(talk, () => instead(backendAs('ann'), 'posts.create', () => Promise.reject(new SocialLearningError('locked', 'Locked.')))),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.type(await compose(thread), 'Words that took an hour');
    await userEvent.click(thread.getByRole('button', {name: 'Post'}));
    for (const name of ['Try again now', 'Copy text', 'Take back']) await expect(await thread.findByRole('button', {name})).toBeVisible();
    await expect(thread.getByText('Words that took an hour', {selector: '.body p'})).toBeVisible();
  },
};

/** The way back: what was typed stands in the composer again. */
export const TakenBack: Story = {
  ...Parked,
  async play(context) {
    await Parked.play!(context);
    const thread = inside(context.canvasElement);
    await userEvent.click(thread.getByRole('button', {name: 'Take back'}));
    await waitFor(() => expect(thread.getByLabelText('Your post')).toHaveValue('Words that took an hour'));
  },
};
