import {msg, str} from '@lit/localize';
import type {Thread} from '@social-learning/sdk';
import {sayNumber} from '../internal/times.ts';
import {create, setText} from './post-nodes.ts';

/** Fewest posts that are worth an order. */
const fewest = 3;

/** The nodes of a conversation that are there from the beginning: its heading, the place of its posts, and what stands there until they come. */
export class ThreadShell {
  readonly section = create('section', 'thread');
  readonly header = create('header', 'header');
  readonly posts = create('div', 'posts');
  /** What is said to a screen reader. */
  readonly status = plain('p', 'visually-hidden');
  readonly #heading = create('div', 'heading');
  readonly #count = plain('p', 'count');
  readonly #order = plain('span', '');
  readonly #waiting = [plain('p', 'visually-hidden'), plain('div', 'skeleton')] as const;

  constructor() {
    const {section, header, posts, status} = this;
    const [, skeleton] = this.#waiting;
    const news = plain('span', '');
    this.#heading.id = 'heading';
    this.#heading.role = 'heading';
    this.#heading.dir = 'auto';
    section.setAttribute('aria-labelledby', 'heading');
    status.role = 'status';
    skeleton.ariaHidden = 'true';
    for (let line = 0; line < 3; line++) skeleton.append(document.createElement('span'));
    this.#order.id = 'order';
    news.id = 'news';
    header.append(this.#heading, this.#count, news, this.#order);
    section.append(header, posts, status);
  }

  /** Says something to a screen reader. */
  readonly say = (text: string): void => setText(this.status, text);

  /** Shows what the conversation is called, and how many posts it has. @param level Of its heading, in the outline of the page. */
  drawHeader(words: string, level: number, thread: Thread | null): void {
    const posts = thread?.posts ?? 0;
    this.#heading.ariaLevel = String(level);
    setText(this.#heading, words);
    setText(this.#count, posts === 1 ? msg('1 post') : msg(str`${sayNumber(posts)} posts`));
    this.#count.hidden = posts === 0;
    this.#order.hidden = posts < fewest;
  }

  /** Says that the posts are on their way, or no longer. @param isBusy Whether they are asked for just now. */
  wait(isWaiting: boolean, isBusy: boolean): void {
    this.section.ariaBusy = String(isBusy);
    const [words] = this.#waiting;
    if (isWaiting) {
      setText(words, msg('The conversation is on its way.'));
      if (!words.parentNode) this.header.after(...this.#waiting);
    } else for (const node of this.#waiting) node.remove();
  }

  /** Says to everybody, where one would take part, that what is needed for that did not arrive; or no longer. */
  lack(isLacking: boolean): void {
    this.status.className = isLacking ? '' : 'visually-hidden';
    this.say(isLacking ? msg('Some of this could not be loaded. It is tried again; you can also reload the page.') : '');
  }
}

/** An element that is no part, so that a page cannot style it. */
function plain(tag: string, className: string): HTMLElement {
  return Object.assign(document.createElement(tag), {className});
}
