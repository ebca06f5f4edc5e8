import {msg, str} from '@lit/localize';
import type {Id, Post, PostView, ReactionKind, ReadingAction, ThreadKind} from '@social-learning/sdk';
import {fillAvatar, nobody} from '../internal/avatar.ts';
import {renderContent} from '../internal/content.ts';
import {drawIcon, tick} from '../internal/icons.ts';
import {currentLocale} from '../internal/locale.ts';
import {sayExactTime, sayNumber, sayTime, tellExactTime} from '../internal/times.ts';
import {action, childrenOf, create, setText} from './post-nodes.ts';
import {permalink} from './permalink.ts';
import type {PostRenderer} from './post-slabs.ts';
import {renderOwn, type PostRenderers} from './renderers.ts';

/** What a post needs to know of the thread that it stands in. */
export interface PostSurroundings {
  readonly kind: ThreadKind;
  /** The post that asks, in a question. */
  readonly question: Id | null;
  /** Level of the heading of the thread; a post's is one below. */
  readonly headingLevel: number;
  readonly reactions: readonly ReactionKind[];
  /** Shows the pictures in a text. */
  showPictures(body: HTMLElement): void;
  may(action: ReadingAction, post: Post): boolean;
  now(): number;
  authorOf(id: Id): string | undefined;
  /** Whether the replies to a post are folded away. */
  folded(id: Id): boolean;
  /** Whether a post is among what is folded away. */
  hides(post: Post): boolean;
  /** Fills what stands below the text, once that can be had. */
  fillFoot: FillFoot | undefined;
  /** The page's own. */
  readonly renderers?: PostRenderers | undefined;
}

/** The parts of a post's node that are filled again when it changes. */
export interface Parts {
  readonly avatar: HTMLElement;
  readonly heading: HTMLElement;
  readonly author: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly time: HTMLTimeElement;
  readonly marks: HTMLElement;
  readonly context: HTMLElement;
  readonly body: HTMLElement;
  readonly delivery: HTMLElement;
  readonly reactions: HTMLElement;
  readonly actions: HTMLElement;
  /** The button for more replies. */
  readonly further: HTMLElement | null;
}

/** What a node was filled by: to compare that is cheaper than to write anew, and every `dataset` or `classList` that is touched stays in memory. */
export interface Filling {
  classes: string;
  acts: string;
  createdAt: string;
  content: Post['content'] | undefined;
  locale: string;
  own: PostRenderers | undefined;
}

/** Fills what stands below the text of a post. @param name Its author's. */
export type FillFoot = (node: HTMLElement, parts: Parts, filling: Filling, view: PostView, surroundings: PostSurroundings, name: string) => void;

const fillingOf = new WeakMap<HTMLElement, Filling>();

/** The classes of a post that is neither taken away, nor accepted, nor on its way. */
const usualClasses = 'false false false';

/** Levels that are indented; what is deeper says in words whom it answers. */
const shownDepth = 3;

/** Makes posts by cloning one cached tree and filling it by hand: a post is no element of its own, and no template. */
export function createPostRenderer(surroundings: PostSurroundings): PostRenderer {
  let pattern: HTMLElement | undefined;

  const create = (view: PostView) => {
    pattern ??= makePattern(surroundings.headingLevel + 1);
    const node = pattern.cloneNode(true) as HTMLElement;
    const {heading, link, time} = partsOf(node);
    fillingOf.set(node, {classes: usualClasses, acts: '', createdAt: '', content: undefined, locale: '', own: undefined});
    node.setAttribute('data-post', view.post.id);
    link.href = permalink(view.post.id);
    heading.id = `by-${view.post.id}`;
    time.id = `at-${view.post.id}`;
    node.setAttribute('aria-labelledby', `by-${view.post.id} at-${view.post.id}`);
    fill(node, view);
    return node;
  };

  const fill = (node: HTMLElement, view: PostView) => {
    const {post} = view;
    const parts = partsOf(node);
    const filling = fillingOf.get(node)!;
    const removed = isTakenAway(post);
    const name = post.author?.name ?? msg('Somebody who left');
    node.setAttribute('data-depth', String(Math.min(post.depth, shownDepth)));
    setHidden(node, surroundings.hides(post));
    const classes = `${removed} ${post.accepted} ${view.pending !== undefined}`;
    if (classes !== filling.classes) {
      node.classList.toggle('removed', removed);
      node.classList.toggle('accepted', post.accepted);
      node.classList.toggle('sending', view.pending !== undefined);
      filling.classes = classes;
    }
    setText(parts.author, removed ? (post.state === 'hidden' ? msg('Hidden post') : msg('Removed post')) : name);
    const avatar = removed ? undefined : renderOwn(surroundings.renderers, 'avatar', post);
    if (surroundings.renderers) parts.avatar.classList.toggle('own', avatar !== undefined);
    if (avatar) parts.avatar.replaceChildren(avatar);
    else fillAvatar(parts.avatar, (!removed && post.author) || nobody(removed ? '' : name), node);
    const locale = currentLocale();
    if (filling.createdAt !== post.createdAt || filling.locale !== locale) {
      filling.createdAt = post.createdAt;
      parts.time.dateTime = post.createdAt;
      tellExactTime(parts.time, post.createdAt);
    }
    setText(parts.time, wordsFor(post.createdAt, surroundings.now()));
    fillMarks(parts.marks, view, surroundings);
    fillContext(parts.context, post, surroundings);
    fillBody(parts.body, filling, post, locale, surroundings);
    surroundings.fillFoot?.(node, parts, filling, view, surroundings, name);
  };

  return {
    create,
    update: fill,
  };
}

/** Found anew each time: whoever holds a node keeps more of it in memory than the node itself takes. */
function partsOf(node: HTMLElement): Parts {
  const [head, context, body, delivery, foot] = childrenOf(node) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const [avatar, heading, link, marks] = childrenOf(head) as [HTMLElement, HTMLElement, HTMLAnchorElement, HTMLElement];
  const [reactions, actions] = childrenOf(foot) as [HTMLElement, HTMLElement];
  const [author, time] = [heading.firstElementChild as HTMLElement, link.firstElementChild as HTMLTimeElement];
  return {avatar, heading, author, link, time, marks, context, body, delivery, reactions, actions, further: node.querySelector<HTMLElement>(':scope > .further')};
}

/** Says the times of a post's node as they are now. */
export function refreshTime(node: HTMLElement, now: number): void {
  const {time} = partsOf(node);
  setText(time, wordsFor(time.dateTime, now));
}

/** A time that is none stands as it was given: the link around it needs words. */
function wordsFor(instant: string, now: number): string {
  return sayTime(instant, now) || instant.trim().slice(0, 40) || '–';
}

function makePattern(headingLevel: number): HTMLElement {
  const node = create('article', 'post');
  node.tabIndex = -1;
  const head = create('header', 'meta');
  const avatar = create('span', 'avatar');
  avatar.ariaHidden = 'true';
  const heading = create(`h${Math.min(6, headingLevel)}`, 'by');
  heading.append(create('bdi', 'author'));
  const link = create('a', 'permalink');
  link.append(create('time', 'time'));
  head.append(avatar, heading, link, create('span', 'marks'));
  const body = create('div', 'body');
  body.dir = 'auto';
  const foot = create('footer', 'foot');
  foot.append(create('div', 'reactions'), create('div', 'actions'));
  const context = create('p', 'context');
  const delivery = create('div', 'delivery');
  // As most posts have them: what is cloned need not be written.
  context.hidden = true;
  delivery.hidden = true;
  node.append(head, context, body, delivery, foot);
  return node;
}

const markOf = (textContent: string) => Object.assign(create('span', 'mark'), {textContent});

function fillMarks(marks: HTMLElement, {post}: PostView, {question, kind}: PostSurroundings): void {
  const words: Node[] = [];
  if (post.accepted) {
    const mark = create('span', 'accepted-mark');
    mark.append(drawIcon(tick), msg('Accepted answer'));
    words.push(mark);
  }
  if (kind === 'question' && post.id === question) words.push(markOf(msg('Question')));
  if (post.form) {
    const form = markOf(post.form === 'how-to' ? msg('How I did it') : msg('Tried it'));
    form.classList.add('form');
    words.push(form);
  }
  if (post.tried) words.push(markOf(post.tried === 1 ? msg('1 has tried it') : msg(str`${sayNumber(post.tried)} have tried it`)));
  if (post.pinned) words.push(markOf(msg('Pinned')));
  if (post.state === 'pending') words.push(markOf(msg('Waiting for a moderator')));
  if (post.state === 'hidden' && post.content) words.push(markOf(msg('Hidden by a moderator')));
  if (post.editedAt) {
    const edited = markOf(msg('edited'));
    edited.title = sayExactTime(post.editedAt);
    words.push(edited);
  }
  if (words.length > 0 || marks.firstChild) marks.replaceChildren(...words);
}

/** Whether nothing of a post is shown but its place. */
export function isTakenAway({state, content}: Post): boolean {
  return state === 'removed' || (state === 'hidden' && content === null);
}

function fillContext(context: HTMLElement, {parent, depth}: Post, {authorOf}: PostSurroundings): void {
  const name = parent ? authorOf(parent) : undefined;
  if (context.hidden !== (name === undefined)) context.hidden = name === undefined;
  if (name === undefined) return;
  context.classList.toggle('visually-hidden', depth <= shownDepth);
  setText(context, msg(str`In reply to ${name}`));
}

function fillBody(body: HTMLElement, filling: Filling, post: Post, locale: string, {headingLevel, renderers, showPictures}: PostSurroundings): void {
  if (filling.content === post.content && filling.locale === locale && filling.own === renderers) return;
  Object.assign(filling, {content: post.content, locale, own: renderers});
  const rendered = post.content ? renderOwn(renderers, 'body', post) : undefined;
  if (rendered) body.replaceChildren(rendered);
  else if (post.content) {
    body.replaceChildren(renderContent(post.content, {headingLevel: headingLevel + 1, copyCode}));
    if (body.querySelector('img')) showPictures(body);
  } else {
    body.replaceChildren(Object.assign(document.createElement('p'), {textContent: post.state === 'hidden' ? msg('A moderator has hidden this post.') : msg('This post was removed.')}));
  }
}

const copyCode = () => action('copy-code', msg('Copy'), msg('Copy the code'));

/** Folded away, what one looks for in the page is found and shown nevertheless, where the browser can. */
function setHidden(node: HTMLElement, hidden: boolean): void {
  if (node.hasAttribute('hidden') === hidden) return;
  if (hidden) node.setAttribute('hidden', 'until-found');
  else node.removeAttribute('hidden');
}

