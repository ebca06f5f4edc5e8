import {msg} from '@lit/localize';
import type {OutboxItem} from '@social-learning/sdk';
import {failureText} from '../internal/failure-text.ts';
import {action, create, replaceActions} from './post-nodes.ts';

/** Says how far an act has come, so that nothing hangs without a word. */
export function sayDelivery(place: HTMLElement, pending: OutboxItem | undefined): void {
  if (!pending) return;
  const {state, attempts, error, kept, name} = pending;
  const words: string[] = [];
  if (state === 'parked') words.push(name === 'posts.create' ? msg('Not posted.') : msg('Not saved.'));
  else if (attempts === 0) words.push(msg('Sending…'));
  else words.push(msg('Not sent yet.'));
  if (error) words.push(failureText(error.code, error.details));
  if (state === 'waiting' && attempts > 0) words.push(msg('It is kept, and sent by itself as soon as it can be.'));
  if (!kept) words.push(msg('This browser cannot keep it: leave the page open until it is sent.'));
  const children: Node[] = [Object.assign(create('span', 'delivery-text'), {textContent: words.join(' ')})];
  if (state === 'parked' || attempts > 0) {
    children.push(action('retry', msg('Try again now'), msg('Try again now')));
    if (hasText(pending.input)) children.push(action('copy', msg('Copy text'), msg('Copy text')));
  }
  if (state === 'parked') children.push(action('discard', msg('Take back'), msg('Take back')));
  replaceActions(place, children);
}

function hasText(input: object): input is {source: string} {
  return 'source' in input;
}
