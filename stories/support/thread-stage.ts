import type {ThreadElement} from '@social-learning/elements';
import type {Backend, Client, EndpointName} from '@social-learning/sdk';
import type {StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {userEvent, within} from 'storybook/test';
import {backendAs, clientOf, Stage} from './stage.ts';

export interface Loaded {
  readonly client?: Client;
  readonly subject?: string;
  readonly space?: string;
}

type Loaders = NonNullable<StoryObj<ThreadElement>['loaders']>;

export function show({client, subject, space}: Loaded, {kind, headingLevel, heading, order, density, renderers}: Partial<ThreadElement> = {}): TemplateResult {
  return html`<sl-thread
    .client=${client} .subject=${subject ?? 'stories/nothing'} .space=${space}
    .kind=${kind ?? 'discussion'} .headingLevel=${headingLevel ?? 2} .heading=${heading}
    .order=${order ?? 'oldest'} .density=${density ?? 'comfortable'} .renderers=${renderers}
  ></sl-thread>`;
}

/** A thread that was played before, as one person sees it. */
export function played(play: (stage: Stage) => Promise<void>, backend: () => Backend = () => backendAs('ann'), space?: string): Loaders {
  return [async (): Promise<Loaded> => {
    const stage = new Stage(space);
    await play(stage);
    return {client: clientOf(backend()), subject: stage.subject, space: stage.space};
  }];
}

/** A backend one of whose endpoints does something else. */
export function instead(backend: Backend, name: EndpointName, act: () => Promise<never>): Backend {
  return {...backend, call: (called, input, options) => (called === name ? act() : backend.call(called, input, options))};
}

/** What is inside a thread of the story, the first by default. */
export const inside = (canvas: HTMLElement, index = 0) => within(canvas.querySelectorAll('sl-thread')[index]!.shadowRoot as unknown as HTMLElement);

/** What the posts on screen say, in order. */
export const textsOf = (canvas: HTMLElement) =>
  [...canvas.querySelector('sl-thread')!.shadowRoot!.querySelectorAll('.post:not([hidden]) > .body')].map(body => body.textContent!.trim());

export const never = () => new Promise<never>(() => undefined);

/** Opens the composer of a thread, and gives its text field. */
export async function compose(thread: ReturnType<typeof inside>, button = 'Join the conversation…', label = 'Your post'): Promise<HTMLTextAreaElement> {
  await userEvent.click(await thread.findByRole('button', {name: button}));
  return thread.findByLabelText<HTMLTextAreaElement>(label);
}

/** Puts a text into a field at once, as pasting does. */
export function fill(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

export async function talk(stage: Stage): Promise<void> {
  const first = await stage.say('bram', 'I copied the way Dana plans her week, and it **works**: three things a day, no more. How do you do it?');
  const reply = await stage.say('dana', 'Glad it helps! I do it on paper, so that nothing pops up.', {parent: first});
  await stage.say('ann', 'Paper for me too.\n\n- one line each\n- crossed out by hand', {parent: reply});
  await stage.say('chidi', 'I was afraid to ask, but: what do you do with the *fourth* thing?');
  await stage.thank('ann', first);
  await stage.thank('chidi', first);
}

export async function ask(stage: Stage): Promise<void> {
  await stage.say('ann', 'I tried `scanner --reset` and the yellow light stays on.', {kind: 'question', title: 'How do I reset the scanner?'});
  const answer = await stage.say('dana', 'Hold the yellow button for ten seconds, until it beeps **twice**.');
  await stage.say('bram', 'Ten seconds is longer than one thinks.', {parent: answer});
  await stage.say('chidi', 'Or ask at the desk: they have a spare one.');
  await stage.accept('ann', answer);
}
