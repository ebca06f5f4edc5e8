import {ThreadElement} from '@social-learning/elements';
import type {Content, ContentNode, Post} from '@social-learning/sdk';
import type {CSSResult} from 'lit';
import {controlStyles} from '../../packages/elements/src/internal/control.styles.ts';
import {threadControlStyles} from '../../packages/elements/src/thread/thread-controls.styles.ts';

const slabSize = 20;

/**
 * The limit: the same nodes and the same style sheets as `<sl-thread>`, by hand, and nothing else. A template is cloned
 * and filled; with slabs a section of 20 is filled when it is near, without all are made and laid out at once. What stands below the text of
 * a post comes when the browser is idle, as ours does.
 */
export class HandWrittenList {
  readonly #root: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #pattern = makePattern();
  readonly #footPattern = makeFootPattern();
  /** Posts without a foot, until they have one. */
  #footless: {node: HTMLElement; post: Post}[] | undefined = [];
  // Whoever writes by hand says dates and numbers in the reader's language too.
  readonly #dates = new Intl.DateTimeFormat('en', {dateStyle: 'medium'});
  readonly #numbers = new Intl.NumberFormat('en');
  /** Sections that are not filled yet, with their posts. */
  readonly #stretches = new Map<Element, readonly Post[]>();
  #last: {section: HTMLElement; count: number} | undefined;

  constructor(place: HTMLElement, posts: readonly Post[], inSlabs: boolean) {
    const shadow = (this.#shadow = place.attachShadow({mode: 'open'}));
    shadow.adoptedStyleSheets = (ThreadElement.styles as CSSResult[]).flat().map(({styleSheet}) => styleSheet!);
    this.#root = document.createElement('div');
    this.#root.className = 'posts';
    const frame = document.createElement('section');
    frame.className = 'thread';
    frame.append(this.#root);
    if (inSlabs) this.#fillSlabs(posts);
    else this.#root.append(...posts.map(post => this.#make(post)));
    shadow.append(frame);
    requestIdleCallback(() => this.#equip());
  }

  /** Shows one more post at the end. */
  add(post: Post): void {
    if (!this.#last || this.#last.count >= slabSize) this.#last = {section: this.#root.appendChild(makeSection(1)), count: 0};
    this.#last.section.append(this.#make(post));
    this.#last.count++;
  }

  /** Makes the nodes of all posts. */
  fillAll(): void {
    this.#equip();
    for (const section of [...this.#stretches.keys()]) this.#fill(section);
  }

  #fillSlabs(posts: readonly Post[]): void {
    for (let index = 0; index < posts.length; index += slabSize) {
      const stretch = posts.slice(index, index + slabSize);
      const section = makeSection(stretch.length);
      this.#stretches.set(section, stretch);
      section.addEventListener('contentvisibilityautostatechange', event => {
        if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) this.#fill(section);
      });
      this.#root.append(section);
    }
    this.#fill(this.#root.firstElementChild!);
  }

  #fill(section: Element): void {
    const stretch = this.#stretches.get(section);
    this.#stretches.delete(section);
    if (stretch) section.append(...stretch.map(post => this.#make(post)));
  }

  #make(post: Post): HTMLElement {
    const node = this.#pattern.cloneNode(true) as HTMLElement;
    const [head, , body] = node.children as unknown as HTMLElement[];
    const [avatar, heading, time] = head!.children as unknown as HTMLElement[];
    const name = post.author?.name ?? '';
    node.dataset['post'] = post.id;
    avatar!.textContent = name.slice(0, 2);
    heading!.firstElementChild!.textContent = name;
    (time as HTMLTimeElement).dateTime = post.createdAt;
    time!.textContent = this.#dates.format(new Date(post.createdAt));
    appendContent(body!, post.content!);
    if (this.#footless) this.#footless.push({node, post});
    else this.#addFoot(node, post);
    return node;
  }

  #equip(): void {
    if (!this.#footless) return;
    this.#shadow.adoptedStyleSheets.push(controlStyles.styleSheet!, threadControlStyles.styleSheet!);
    for (const {node, post} of this.#footless) this.#addFoot(node, post);
    this.#footless = undefined;
  }

  #addFoot(node: HTMLElement, post: Post): void {
    const foot = this.#footPattern.cloneNode(true) as HTMLElement;
    const thanks = foot.firstElementChild!.firstElementChild!;
    thanks.lastElementChild!.textContent = post.reactions.thanks === undefined ? '' : this.#numbers.format(post.reactions.thanks);
    node.lastElementChild!.append(...foot.children);
  }
}

function makeSection(count: number): HTMLElement {
  const section = document.createElement('section');
  section.className = 'slab';
  section.style.setProperty('contain-intrinsic-size', `auto ${count * 130}px`);
  return section;
}

function makePattern(): HTMLElement {
  const node = element('article', 'post');
  const head = element('header', 'meta');
  const heading = element('h3', 'by');
  heading.append(element('bdi', 'author'));
  head.append(element('span', 'avatar'), heading, element('time', 'time'), element('span', 'marks'));
  const context = element('p', 'context');
  context.hidden = true;
  const delivery = element('div', 'delivery');
  delivery.hidden = true;
  node.append(head, context, element('div', 'body'), delivery, element('footer', 'foot'));
  return node;
}

function makeFootPattern(): HTMLElement {
  const foot = document.createElement('div');
  const reactions = element('div', 'reactions');
  const thanks = element('button', 'reaction');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
  thanks.append(icon, document.createElement('span'));
  reactions.append(thanks);
  const actions = element('div', 'actions');
  const reply = element('button', 'action');
  reply.textContent = 'Reply';
  actions.append(reply);
  foot.append(reactions, actions);
  return foot;
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.setAttribute('part', name);
  return made;
}

const tags: Readonly<Record<string, string>> = {paragraph: 'p', strong: 'strong', link: 'a', code: 'pre'};

function appendContent(parent: HTMLElement, node: Content | ContentNode): void {
  for (const child of 'children' in node ? node.children : []) {
    if (child.type === 'text') {
      parent.append(child.value);
      continue;
    }
    const made = document.createElement(tags[child.type] ?? 'span');
    if (child.type === 'link') (made as HTMLAnchorElement).href = child.url;
    if (child.type === 'code') made.append(Object.assign(document.createElement('code'), {textContent: child.value}));
    else appendContent(made, child);
    parent.append(made);
  }
}
