import type {Client} from '@social-learning/sdk';
import {guidelinesOf, type Rule} from '@social-learning/sdk/guidelines';
import {ReasonForm, type Reason, type ReasonFormOptions} from './reason-form.ts';

/** Where one is asked, and what for. */
export interface ReasonAsked extends Omit<ReasonFormOptions, 'rules' | 'submit' | 'cancel'> {
  /** An empty element that it may fill; it is removed at the end. */
  readonly place: HTMLElement;
  readonly client: Client;
  /** Slug of the space whose rules can be cited. Default: the organisation's default space. */
  readonly space?: string | undefined;
  /** Takes what was said. Settles when it is safe. */
  take(reason: Reason, form: ReasonForm): Promise<void>;
  /** Called when the form is gone, whichever way. */
  onEnd(): void;
}

/** Asks for a reason, with the rules of the space if they can be had. */
export function askReason({place, client, space, take, onEnd, ...options}: ReasonAsked): void {
  const end = () => {
    stop();
    place.remove();
    onEnd();
  };
  const {$state} = guidelinesOf(client, space);
  let form: ReasonForm | undefined;
  const open = (rules: readonly Rule[]) => {
    if (form) return;
    form = new ReasonForm(place, {
      ...options, rules, cancel: end,
      submit: async reason => {
        await take(reason, form!);
        end();
      },
    });
    form.focus();
  };
  const stop = $state.subscribe(state => {
    if (state.status !== 'loading') open(state.status === 'ready' ? state.guidelines?.rules ?? [] : []);
  });
}
