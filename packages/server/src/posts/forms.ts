import type {Content, ContentNode, Input, Post} from '@social-learning/protocol';
import {Refusal} from '../http/refusal.ts';

/** Fewest steps that show how something is done. */
const fewestSteps = 2;

/** Refuses a post that is not what its form says: steps, or a reply to steps by somebody who took them. */
export function demandForm({form}: Input<'posts.create'>, content: Content, parent: {readonly form: Post['form'] | null} | undefined): void {
  if (form === 'how-to' && !content.children.some(hasSteps)) {
    throw new Refusal('invalid', 'Show how you did it in steps: a numbered list of at least two.', {field: '/source'});
  }
  if (form === 'tried' && parent?.form !== 'how-to') {
    throw new Refusal('invalid', 'Only somebody’s steps can be tried: reply to a post that has them.', {field: '/form'});
  }
}

function hasSteps(node: ContentNode): boolean {
  return node.type === 'list' && node.ordered === true && (node.children?.length ?? 0) >= fewestSteps;
}
