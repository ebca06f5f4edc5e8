import {msg, str} from '@lit/localize';
import type {PostView, ReactionKind} from '@social-learning/sdk';
import {drawIcon} from '../internal/icons.ts';
import {sayNumber} from '../internal/times.ts';
import {action, childrenOf, create, setText, type PostAct} from './post-nodes.ts';
import {isTakenAway, type FillFoot, type Filling, type PostSurroundings} from './post-renderer.ts';
import {outlines, reactionName} from './reactions.ts';
import {renderOwn} from './renderers.ts';
import {replaceActions} from './replace-actions.ts';

const toldOf = new WeakMap<HTMLElement, PostView['pending'] | PostView['notice']>();

/** Fills what stands below the text of a post: how far it has come, the reactions to it, and what one can do with it. */
export const fillFoot: FillFoot = (node, {delivery, reactions, actions, further}, filling, view, surroundings, name) => {
  fillDelivery(delivery, view);
  fillReactions(reactions, view, surroundings, name);
  fillActions(actions, filling, view, surroundings, name);
  fillFurther(node, further, view);
};

/** How far an act has come, and what moderators decided, is said by a chunk that a page needs only then. */
function fillDelivery(place: HTMLElement, {post, pending, notice}: PostView): void {
  const told = pending ?? (post.state === 'visible' ? undefined : notice);
  if (told || toldOf.has(place)) toldOf.set(place, told);
  if (place.hidden !== (told === undefined)) place.hidden = told === undefined;
  if (!told) replaceActions(place, []);
  else void import('./delivery.ts').then(({sayDelivery}) => sayDelivery(place, toldOf.get(place)), () => undefined);
}

function fillReactions(place: HTMLElement, view: PostView, {reactions, may}: PostSurroundings, name: string): void {
  const {post, mine} = view;
  const can = may('post.react', post) && post.version > 0;
  const kinds = post.state === 'visible' ? reactions.filter(kind => can || (post.reactions[kind] ?? 0) > 0) : [];
  // The same kinds: only numbers and states change, and the focus stays where it is.
  if (childrenOf(place).map(button => button.getAttribute('data-kind')).join() !== kinds.join()) place.replaceChildren(...kinds.map(kind => reactionButton(kind)));
  for (const [index, button] of (childrenOf(place) as HTMLButtonElement[]).entries()) {
    const kind = kinds[index]!;
    const count = post.reactions[kind] ?? 0;
    const on = mine.includes(kind);
    button.disabled = !can;
    button.ariaPressed = String(on);
    button.ariaLabel = count > 0
      ? msg(str`${reactionName(kind)} for the post of ${name}, ${sayNumber(count)}`)
      : msg(str`${reactionName(kind)} for the post of ${name}`);
    button.title = reactionName(kind);
    const look = count === 0 && kind !== 'thanks' ? 'reaction quiet' : 'reaction';
    if (button.className !== look) button.className = look;
    setText(button.lastElementChild as HTMLElement, kind === 'thanks' && count === 0 ? reactionName(kind) : count > 0 ? sayNumber(count) : '');
  }
}

const texts = new Map<string, string>();

/** The same text for all who keep it. */
const once = (text: string) => texts.get(text) ?? (texts.set(text, text), text);

const reactionPatterns = new Map<ReactionKind, HTMLElement>();

function reactionButton(kind: ReactionKind): Node {
  let pattern = reactionPatterns.get(kind);
  if (!pattern) {
    pattern = create('button', 'reaction');
    pattern.setAttribute('type', 'button');
    pattern.dataset['act'] = 'react';
    pattern.dataset['kind'] = kind;
    pattern.append(drawIcon(outlines[kind]), document.createElement('span'));
    reactionPatterns.set(kind, pattern);
  }
  return pattern.cloneNode(true);
}

function fillActions(place: HTMLElement, filling: Filling, {post, pending}: PostView, surroundings: PostSurroundings, name: string): void {
  const {may, question, kind} = surroundings;
  const acts: [PostAct, string, string][] = [];
  if (!isTakenAway(post) && post.version > 0 && pending?.name !== 'posts.remove') {
    const shown = post.state === 'visible';
    const decides = may('case.decide', post);
    const isAnswer = shown && kind === 'question' && post.parent === null && post.id !== question;
    if (isAnswer && may('post.accept', post)) {
      acts.push(['accept', post.accepted ? msg('Take acceptance back') : msg('This helped'), msg(str`Accept the answer of ${name}`)]);
    }
    if (shown && post.form === 'how-to' && may('post.create', post)) acts.push(['tried', msg('I tried it'), msg(str`I tried what ${name} did`)]);
    if (shown && may('post.create', post)) acts.push(['reply', msg('Reply'), msg(str`Reply to ${name}`)]);
    if (post.state !== 'hidden' && may('post.edit', post)) acts.push(['edit', msg('Edit'), msg('Edit your post')]);
    // Who decides about others says why.
    if (!decides && may('post.remove', post)) acts.push(['remove', msg('Remove'), msg(str`Remove the post of ${name}`)]);
    if (decides || may('report.create', post) || (shown && may('post.create', post))) acts.push(['more', msg('More'), msg(str`More about the post of ${name}`)]);
  }
  const folded = surroundings.folded(post.id);
  // One reply below another is short enough as it is.
  if (post.replies > (post.depth === 0 || folded ? 0 : 1)) {
    acts.push(folded
      ? ['fold', post.replies === 1 ? msg('Show 1 reply') : msg(str`Show ${sayNumber(post.replies)} replies`), msg(str`Show the replies to ${name}`)]
      : ['fold', msg('Hide replies'), msg(str`Hide the replies to ${name}`)]);
  }
  const own = isTakenAway(post) ? undefined : renderOwn(surroundings.renderers, 'actions', post);
  const wanted = once(acts.map(([act, label]) => `${act} ${label}`).join());
  if (filling.acts === wanted && !own) return;
  filling.acts = wanted;
  const buttons = acts.map(([act, label, full]) => {
    const button = action(act, label, full);
    if (act === 'fold') button.ariaExpanded = String(!folded);
    return button;
  });
  replaceActions(place, [...buttons, ...(own ?? [])]);
}

/** The button for replies that were not read yet, behind the last of those that were. */
function fillFurther(node: HTMLElement, before: HTMLElement | null, {further}: PostView): void {
  if (!further) {
    before?.remove();
    return;
  }
  const {replies} = further;
  const button = before ?? node.appendChild(Object.assign(action('further', '', ''), {className: 'more further'}));
  setText(button, replies === 1 ? msg('Show 1 more reply') : msg(str`Show ${sayNumber(replies)} more replies`));
}
