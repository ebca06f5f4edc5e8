import type {SocialLearningError} from '@social-learning/sdk';

let words: typeof import('./failure-text.ts') | undefined;

/**
 * The sentence for a failure, from a chunk that a page needs only when something fails. Empty until that is there.
 *
 * @param onLoad Called once it is.
 */
export function failureWords({code, details}: Pick<SocialLearningError, 'code' | 'details'>, onLoad: () => void): string {
  if (words) return words.failureText(code, details);
  void import('./failure-text.ts').then(module => {
    words = module;
    onLoad();
  }).catch(() => undefined);
  return '';
}
