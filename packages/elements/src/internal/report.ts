import {msg} from '@lit/localize';
import type {Client} from '@social-learning/sdk';
import {report} from '@social-learning/sdk/reports';
import {askReason} from './ask-reason.ts';
import {formStyles} from './form.styles.ts';

/** What is reported, and where the form opens. */
export interface Reported {
  readonly client: Client;
  readonly space?: string | undefined;
  readonly target: Parameters<typeof report>[1]['target'];
  /** What it is about, in words. */
  readonly heading: string;
  /** Below what it opens. */
  readonly below: HTMLElement;
  /** The button that asked for it, to which the focus returns. */
  readonly button: HTMLElement;
  /** Says something to a screen reader. */
  say(text: string): void;
}

/** Asks below a thing what is wrong with it, and gives it to the moderators. Loaded when somebody reports. */
export function openReport({client, space, target, heading, below, button, say}: Reported): void {
  const root = below.getRootNode();
  const sheet = formStyles.styleSheet;
  if (root instanceof ShadowRoot && sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  below.querySelector(':scope > .concern')?.remove();
  const place = document.createElement('div');
  place.className = 'concern';
  below.append(place);
  let done = false;
  askReason({
    place, client, space, heading,
    label: msg('What is wrong with it?'),
    hint: msg('Moderators read this, and nobody else. You are told what becomes of it.'),
    verb: msg('Report'),
    required: false,
    async take({text, rule}, form) {
      await report(client, {...(space !== undefined && {space}), target, note: text.trim(), ...(rule && {rule})}, () =>
        form.say(msg('There is no connection just now. It is kept, and sent by itself as soon as it can be.')));
      done = true;
    },
    onEnd() {
      button.focus();
      if (done) say(msg('Thank you. The moderators have it.'));
    },
  });
}
