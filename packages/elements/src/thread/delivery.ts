import {msg, str} from '@lit/localize';
import type {OutboxItem, PostView} from '@social-learning/sdk';
import {failureText} from '../internal/failure-text.ts';
import {action, create} from './post-nodes.ts';
import {replaceActions} from './replace-actions.ts';

/** Says how far an act has come, so that nothing hangs without a word; or what a moderator decided. */
export function sayDelivery(place: HTMLElement, told: OutboxItem | PostView['notice']): void {
  if (!told) return;
  const children: Node[] = [Object.assign(create('span', 'delivery-text'), {textContent: 'lane' in told ? progressOf(told) : rulingOf(told)})];
  if ('lane' in told) children.push(...waysOut(told));
  replaceActions(place, children);
}

function progressOf({state, attempts, error, kept, name}: OutboxItem): string {
  const words: string[] = [];
  const agreeing = error?.code === 'guidelines-not-accepted';
  if (state === 'parked') words.push(agreeing ? msg('Waiting for you.') : name === 'posts.create' ? msg('Not posted.') : msg('Not saved.'));
  else if (attempts === 0) words.push(name === 'posts.remove' ? msg('Removed.') : msg('Sending…'));
  else words.push(msg('Not sent yet.'));
  if (error) words.push(failureText(error.code, error.details));
  if (state === 'waiting' && attempts > 0) words.push(msg('It is kept, and sent by itself as soon as it can be.'));
  if (!kept) words.push(msg('This browser cannot keep it: leave the page open until it is sent.'));
  return words.join(' ');
}

function waysOut({state, attempts, error, input, name}: OutboxItem): Node[] {
  const children: Node[] = [];
  const agreeing = state === 'parked' && error?.code === 'guidelines-not-accepted';
  if (agreeing) children.push(action('agree', msg('Read and agree'), msg('Read and agree')));
  else if (state === 'parked' || attempts > 0) children.push(action('retry', msg('Try again now'), msg('Try again now')));
  if (attempts > 0 && 'source' in input) children.push(action('copy', msg('Copy text'), msg('Copy text')));
  if (name === 'posts.remove') children.push(action('discard', msg('Undo'), msg('Undo the removal')));
  else if (state === 'parked') children.push(action('discard', msg('Take back'), msg('Take back')));
  return children;
}

function rulingOf({action: decided, reason, sentence, guidelines}: NonNullable<PostView['notice']>): string {
  const words = [
    decided === 'hide' ? msg('A moderator hid this, and only you and moderators see it.')
      : decided === 'remove' ? msg('A moderator removed what you wrote here.')
      : '',
    reason ? msg(str`The reason: “${reason}”.`) : '',
    sentence ? msg(str`The rule: “${sentence}” (guidelines, version ${guidelines ?? 1}).`) : '',
  ];
  return words.filter(Boolean).join(' ');
}
