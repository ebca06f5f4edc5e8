import type {Post} from '@social-learning/protocol';
import {SocialLearningError} from './errors.ts';
import {isObject, isPost, isThread} from './guard.ts';

/** Whether a change of the live feed has the shapes that views rely on. */
export function isSoundChange(change: unknown): boolean {
  if (!isObject(change) || typeof change['topic'] !== 'string') return false;
  return (change['post'] === undefined || isPost(change['post'])) && (change['thread'] === undefined || isThread(change['thread']));
}

/** Refuses what is no post in what an answer has beyond what was asked for: the door lets it pass, so that what is on screen first need not wait for it. */
export function checkSurplus(surplus: readonly unknown[]): asserts surplus is readonly Post[] {
  if (!surplus.every(isPost)) throw new SocialLearningError('invalid-response', 'The answer to threads.read is not of the contract: posts.');
}
