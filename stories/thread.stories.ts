import '@social-learning/elements/thread/define';
import type {ThreadElement} from '@social-learning/elements';
import {SocialLearningError} from '@social-learning/sdk';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {expect, userEvent, waitFor} from 'storybook/test';
import {disguise, undisguised} from './support/pseudo-language.ts';
import {backendAs, clientOf} from './support/stage.ts';
import {ask, fill, inside, instead, never, played, show, talk, type Loaded} from './support/thread-stage.ts';

const meta: Meta<ThreadElement> = {
  title: 'Thread',
  component: 'sl-thread',
  args: {kind: 'discussion', headingLevel: 2},
  render: (args, {loaded}) => show(loaded as Loaded, args),
};
export default meta;
type Story = StoryObj<ThreadElement>;

export const Discussion: Story = {loaders: played(talk)};

export const Question: Story = {args: {kind: 'question'}, loaders: played(ask)};

export const Empty: Story = {loaders: played(() => Promise.resolve())};

export const EmptyQuestion: Story = {args: {kind: 'question'}, loaders: played(() => Promise.resolve())};

export const Loading: Story = {loaders: played(talk, () => instead(backendAs('ann'), 'threads.read', never))};

export const Failed: Story = {
  loaders: played(talk, () => instead(backendAs('ann'), 'threads.read', () => Promise.reject(new SocialLearningError('unavailable', 'Down.')))),
};

export const SignedOut: Story = {loaders: played(talk, () => backendAs(null))};

export const SignInFailed: Story = {
  loaders: played(talk, () => instead(backendAs('ann'), 'me.read', () => Promise.reject(new SocialLearningError('token-clock-skew', 'Skew.')))),
};

export const ReadOnly: Story = {loaders: [async () => ({client: clientOf(backendAs('ann')), subject: 'stories/read-only', space: 'archive'})]};

export const NotForYou: Story = {loaders: [async () => ({client: clientOf(backendAs(null)), subject: 'stories/closed', space: 'closed'})]};

export const Locked: Story = {
  loaders: played(async stage => {
    await talk(stage);
    await stage.lock();
  }),
};

export const ForModerators: Story = {loaders: played(talk, () => backendAs('mo'))};

export const Removed: Story = {
  loaders: played(async stage => {
    const first = await stage.say('bram', 'Something I should not have said.');
    await stage.say('dana', 'No harm done.', {parent: first});
    await stage.remove('bram', first);
  }),
};

export const Writing: Story = {
  loaders: played(talk),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'Join the conversation…'}));
    await userEvent.type(await thread.findByLabelText('Your post'), 'The fourth thing waits.');
  },
};

export const TooLong: Story = {
  loaders: played(() => Promise.resolve()),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'Join the conversation…'}));
    fill(await thread.findByLabelText<HTMLTextAreaElement>('Your post'), 'Much to say. '.repeat(1_600));
    await userEvent.click(thread.getByRole('button', {name: 'Post'}));
    await expect(await thread.findByRole('alert')).toHaveTextContent('800 characters too long');
  },
};

/** Posts on a backend that does something else instead, and waits for what is said of it. */
function sending(act: () => Promise<never>, words: RegExp): Story {
  return {
    loaders: played(talk, () => instead(backendAs('ann'), 'posts.create', act)),
    async play({canvasElement}) {
      const thread = inside(canvasElement);
      await userEvent.click(await thread.findByRole('button', {name: 'Join the conversation…'}));
      await userEvent.type(await thread.findByLabelText('Your post'), 'On its way');
      await userEvent.click(thread.getByRole('button', {name: 'Post'}));
      await waitFor(() => expect(thread.getByText(words)).toBeVisible());
    },
  };
}

export const Sending: Story = sending(never, /Sending…/);

export const NotSentYet: Story = sending(() => Promise.reject(new SocialLearningError('network', 'Offline.')), /It is kept, and sent by itself/);

export const NotPosted: Story = sending(() => Promise.reject(new SocialLearningError('locked', 'Locked.')), /Not posted\./);

export const Offline: Story = {
  loaders: played(talk, () => ({...backendAs('ann'), subscribe: () => Promise.reject(new SocialLearningError('network', 'Offline.'))})),
  async play({canvasElement}) {
    await waitFor(() => expect(inside(canvasElement).getByText(/There is no connection just now/)).toBeInTheDocument());
  },
};

export const NoBackend: Story = {render: () => html`<sl-thread subject="stories/none"></sl-thread>`};

export const RichContent: Story = {
  loaders: played(async stage => {
    await stage.say('dana', [
      '# What I do each Monday', 'A list, a table, and some code:', '1. Read\n2. Ask\n   - here\n   - at the desk\n3. Try', '- [x] done\n- [ ] not yet',
      '| day | what |\n| --- | --- |\n| Monday | plan |\n| Friday | look back |', '```sh\nscanner --reset --every-light-that-there-is --and-a-very-long-line\n```',
      '> People learn by watching, asking and copying.', 'See [the course](https://example.com/course) or ![a picture](https://example.com/picture.png).',
      '<b>This is not HTML.</b>[^1]', '[^1]: A note.', '---', 'Supercalifragilisticexpialidociousandthensomemorewithoutanyspacesinit.',
    ].join('\n\n'));
  }),
};

export const LongThread: Story = {
  loaders: played(async stage => {
    for (let number = 1; number <= 60; number++) await stage.say(number % 2 ? 'bram' : 'dana', `Post number ${number}.`);
  }),
};

export const DeepReplies: Story = {
  loaders: played(async stage => {
    let parent = await stage.say('ann', 'Level 0');
    for (let level = 1; level <= 6; level++) parent = await stage.say(level % 2 ? 'bram' : 'ann', `Level ${level}`, {parent});
  }),
};

export const Dutch: Story = {
  loaders: played(talk),
  render: (args, {loaded}) => html`<div lang="nl">${show(loaded as Loaded, args)}</div>`,
};

export const Arabic: Story = {
  loaders: played(talk),
  render: (args, {loaded}) => html`<div lang="ar">${show(loaded as Loaded, args)}</div>`,
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'المشاركة في المحادثة…'}));
    await userEvent.type(await thread.findByLabelText('منشورك'), 'مرحبا');
    await expect(getComputedStyle(thread.getByRole('button', {name: 'نشر المنشور'})).direction).toBe('rtl');
  },
};

/** Every message with accents and half as long again: what has no accent was never extracted, and what has no room shows. */
export const PseudoLanguage: Story = {
  loaders: played(talk, () => backendAs('mo')),
  beforeEach: () => disguise(),
  render: (args, {loaded}) => html`<div lang="nl" style="inline-size: 360px">${show(loaded as Loaded, args)}</div>`,
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    const {shadowRoot} = canvasElement.querySelector('sl-thread')!;
    await userEvent.click(await thread.findByRole('button', {name: /^Đóé ɱéé/}));
    await userEvent.click((await thread.findAllByRole('button', {name: /^Ṁééŕ/}))[0]!);
    await thread.findByLabelText(/^Úŵ ƀéŕíçĥť/);
    await waitFor(() => expect(undisguised(shadowRoot!, ['Ann Bakker', 'Bram Visser', 'Chidi Okafor', 'Dana Levy'])).toEqual([]));
    await expect(shadowRoot!.querySelector('.thread')!.scrollWidth).toBeLessThanOrEqual(360);
  },
};

export const RightToLeft: Story = {
  loaders: played(async stage => {
    await stage.say('dana', 'שלום! איך אתם מתכננים את השבוע?');
    await stage.say('bram', 'Three things a day.');
  }),
  render: (args, {loaded}) => html`<div dir="rtl">${show(loaded as Loaded, args)}</div>`,
};

export const Narrow: Story = {
  loaders: played(talk),
  render: (args, {loaded}) => html`<div class="narrow" style="inline-size: 320px">${show(loaded as Loaded, args)}</div>`,
};

export const Dark: Story = {
  loaders: played(ask),
  args: {kind: 'question'},
  render: (args, {loaded}) => html`<div style="color-scheme: dark; background: #14191f; color: #e6e9ec; padding: 1rem">${show(loaded as Loaded, args)}</div>`,
};

const rules = [
  {id: 'be-kind', sentence: 'Be kind to whoever asks.', do: 'Thank people for the question.', dont: '“As I told you.”'},
  {id: 'say-where', sentence: 'Say how you know it.', do: null, dont: null},
];

export const AskedToAgree: Story = {
  loaders: played(stage => stage.agreeOn(rules), () => backendAs('ann'), 'agreed'),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: 'Join the conversation…'}));
    await userEvent.type(await thread.findByLabelText('Your post'), 'My first words here.');
    await thread.findByRole('button', {name: 'I agree'});
    await userEvent.click(await thread.findByRole('button', {name: 'Post'}));
    await userEvent.click(await thread.findByRole('button', {name: 'I agree, post it'}));
    await thread.findByText('My first words here.', {selector: 'article p'});
  },
};

export const WaitsForAModerator: Story = {
  loaders: played(async stage => {
    await stage.say('mo', 'Whoever is new: say hello here. I read the first words of everybody.');
    await stage.say('ann', 'Hello, I am Ann, and I like lists.');
  }, () => backendAs('ann'), 'careful'),
  async play({canvasElement}) {
    await inside(canvasElement).findByText('Waiting for a moderator');
  },
};

export const HiddenForItsAuthor: Story = {
  loaders: played(async stage => {
    const post = await stage.say('ann', 'Words that I regret.');
    await stage.say('bram', 'Shall we talk about it over coffee?', {parent: post});
    await stage.decide(post, 'hide', 'This was about a person, and not about the matter.');
  }),
  async play({canvasElement}) {
    await inside(canvasElement).findByText(/This was about a person/);
  },
};

export const HiddenForOthers: Story = {
  loaders: played(async stage => {
    const post = await stage.say('chidi', 'Words that I regret.');
    await stage.say('bram', 'Shall we talk about it over coffee?', {parent: post});
    await stage.decide(post, 'hide', 'This was about a person, and not about the matter.');
  }),
};

export const Reporting: Story = {
  loaders: played(async stage => {
    await stage.say('chidi', 'A post that somebody worries about.');
  }),
  async play({canvasElement}) {
    const thread = inside(canvasElement);
    await userEvent.click(await thread.findByRole('button', {name: /^More/}));
    await userEvent.click(await thread.findByRole('button', {name: /^Report/}));
    await userEvent.type(await thread.findByLabelText('What is wrong with it?'), 'It sounds harsh to me.');
  },
};
