import type {Id, ReactionKind} from '@social-learning/sdk';
import type {PostAct} from './post-nodes.ts';

/** An act that was asked for by a button of a post. */
export interface AskedAct {
  readonly post: Id;
  readonly act: PostAct;
  readonly button: HTMLElement;
  readonly kind?: ReactionKind;
}

/** The post that something in it was pressed of, and what it was asked for; `undefined` where it was asked for nothing. */
export function actOf(target: Element): AskedAct | undefined {
  const button = target.closest<HTMLElement>('[data-act]');
  const post = button?.closest<HTMLElement>('[data-post]')?.dataset['post'];
  if (!button || !post) return undefined;
  const kind = button.dataset['kind'] as ReactionKind | undefined;
  return {post, act: button.dataset['act'] as PostAct, button, ...(kind && {kind})};
}
