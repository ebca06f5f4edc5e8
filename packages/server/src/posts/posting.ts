import type {Verb} from '@social-learning/protocol';

/** Whether a line of the log tells of a new post. */
export function isPosting(verb: Verb): verb is 'asked' | 'posted' | 'replied' {
  return verb === 'asked' || verb === 'posted' || verb === 'replied';
}
