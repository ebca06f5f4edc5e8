import {msg, str} from '@lit/localize';
import type {Client, Id, PostView, ThreadStore} from '@social-learning/sdk';
import {actionsFor, createModeration, needsReason, type Case, type DecisionAction} from '@social-learning/sdk/moderation';
import {report} from '@social-learning/sdk/reports';
import {askReason, type ReasonAsked} from '../internal/ask-reason.ts';
import {GuidelinesNote} from './guidelines-note.ts';
import {action, create, type PostConcern} from './post-nodes.ts';
import type {AskedAct} from './asked-act.ts';

/** The decisions that a button of the menu stands for. */
const decisions: Partial<Record<PostConcern, DecisionAction>> = {'approve': 'approve', 'hide': 'hide', 'restore': 'restore', 'take-out': 'remove'};

/** What a post is to its reader beyond the conversation: a worry, a matter to decide, a rule to agree to. Loaded when asked for. */
export class PostConcerns {
  readonly #client: Client;
  readonly #store: ThreadStore;
  readonly #below: (node: HTMLElement) => HTMLElement;
  readonly #say: (text: string) => void;

  /** @param below Finds the place below a post's node. @param say Says something to a screen reader. */
  constructor(client: Client, store: ThreadStore, below: (node: HTMLElement) => HTMLElement, say: (text: string) => void) {
    this.#client = client;
    this.#store = store;
    this.#below = below;
    this.#say = say;
  }

  async perform({act, button}: AskedAct, view: PostView, node: HTMLElement): Promise<void> {
    if (act === 'more') {
      this.#toggleMenu(button, view);
      return;
    }
    closeMenu(button.closest('.menu'));
    if (act === 'agree') this.#agree(node);
    else if (act === 'report') this.#report(view, node);
    else if (act === 'pin') await this.#pin(view.post, node);
    else await this.#decide(decisions[act as PostConcern]!, view, node);
  }

  /** Shows the rest of what can be done, beside the button that asked for it. */
  #toggleMenu(button: HTMLElement, {post, reported}: PostView): void {
    const there = button.nextElementSibling;
    if (there?.classList.contains('menu')) {
      closeMenu(there);
      return;
    }
    const name = post.author?.name ?? msg('Somebody who left');
    const menu = create('span', 'menu');
    menu.role = 'group';
    menu.ariaLabel = msg(str`More about the post of ${name}`);
    if (post.state === 'visible' && this.#store.may('post.create', post)) menu.append(action('quote', msg('Quote'), msg(str`Quote the post of ${name}`)));
    menu.append(action('link', msg('Copy link'), msg(str`Copy link to the post of ${name}`)));
    if (post.state === 'visible' && this.#store.may('post.pin', post)) {
      menu.append(post.pinned
        ? action('pin', msg('Unpin'), msg(str`Unpin the post of ${name}`))
        : action('pin', msg('Pin'), msg(str`Pin the post of ${name} above the others`)));
    }
    if (post.editedAt !== null && post.content) menu.append(action('history', msg('Earlier versions'), msg(str`Earlier versions of the post of ${name}`)));
    if (this.#store.may('case.decide', post)) {
      for (const decided of actionsFor({target: {type: 'post', id: post.id}, content: {post}})) {
        const found = this.#wordsOf(decided, name);
        if (found) menu.append(action(...found));
      }
    }
    if (reported) menu.append(Object.assign(create('span', 'mark'), {textContent: msg('You reported this')}));
    else if (post.state === 'visible' && this.#store.may('report.create', post)) {
      menu.append(action('report', msg('Report'), msg(str`Report the post of ${name}`)));
    }
    button.after(menu);
    button.ariaExpanded = 'true';
    menu.querySelector('button')?.focus();
  }

  #wordsOf(decided: DecisionAction, name: string): [PostConcern, string, string] | undefined {
    switch (decided) {
      case 'approve': return ['approve', msg('Approve'), msg(str`Approve the post of ${name}`)];
      case 'hide': return ['hide', msg('Hide'), msg(str`Hide the post of ${name}`)];
      case 'restore': return ['restore', msg('Show again'), msg(str`Show the post of ${name} again`)];
      case 'remove': return ['take-out', msg('Remove'), msg(str`Remove the post of ${name}`)];
      default: return undefined;
    }
  }

  async #pin({id, pinned}: PostView['post'], node: HTMLElement): Promise<void> {
    await this.#store.act('posts.pin', {post: id, on: !pinned});
    this.#say(pinned ? msg('It is pinned no longer.') : msg('It is pinned above the others.'));
    node.focus();
  }

  #agree(node: HTMLElement): void {
    const place = this.#place(node);
    const note = new GuidelinesNote(place, this.#client, this.#store.place.space);
    note.ask(() => {
      note.close();
      place.remove();
      node.focus();
    });
  }

  #report({post}: PostView, node: HTMLElement): void {
    const name = post.author?.name ?? msg('Somebody who left');
    this.#ask(node, {
      heading: msg('What should the moderators look at?'),
      choices: [
        {value: 'post', label: msg('This post')},
        ...(post.author ? [{value: 'person', label: msg(str`How ${name} behaves here`)}] : []),
      ],
      label: msg('What is wrong with it?'),
      hint: msg('Moderators read this, and nobody else. You are told what becomes of it.'),
      verb: msg('Report'),
      required: false,
    }, async ({text, rule, choice}, form) => {
      const target = choice === 'person' && post.author ? {type: 'person' as const, id: post.author.id} : {type: 'post' as const, id: post.id};
      const {space} = this.#store.place;
      await report(this.#client, {...(space !== undefined && {space}), target, note: text.trim(), ...(rule && {rule})}, () =>
        form.say(msg('There is no connection just now. It is kept, and sent by itself as soon as it can be.')));
      if (target.type === 'post') this.#store.reported(post.id);
      this.#say(msg('Thank you. The moderators have it.'));
    });
  }

  async #decide(decided: DecisionAction, {post}: PostView, node: HTMLElement): Promise<void> {
    const queue = createModeration(this.#client, this.#store.place.space);
    const about = await this.#caseOf(post.id, post);
    const carryOut = async (why: {reason?: string; rule?: string}) => {
      await queue.decide(about, decided, why);
      this.#say(msg('Done.'));
    };
    if (!needsReason(decided)) {
      await carryOut({});
      return;
    }
    this.#ask(node, {
      heading: decided === 'hide' ? msg('Hide this post') : msg('Remove this post for good'),
      label: msg('Why? Its author will read this.'),
      verb: decided === 'hide' ? msg('Hide') : msg('Remove for good'),
      required: true,
    }, ({text, rule}) => carryOut({reason: text, ...(rule && {rule})}));
  }

  /** The case of a post as it is; one that nobody has looked at yet is at revision 0. */
  async #caseOf(id: Id, post: PostView['post']): Promise<Pick<Case, 'target' | 'revision' | 'content'> & Case> {
    const {space} = this.#store.place;
    const {cases: {items: [found]}} = await this.#client.call('cases.list', {...(space !== undefined && {space}), target: id});
    return found ?? {
      id, space: '', target: {type: 'post', id}, about: post.author, state: 'open', waiting: false, reports: [], content: {post}, decision: null,
      openedAt: post.createdAt, revision: 0, version: 0,
    };
  }

  #place(node: HTMLElement): HTMLElement {
    const below = this.#below(node);
    below.querySelector(':scope > .concern')?.remove();
    const place = create('div', 'concern');
    below.append(place);
    return place;
  }

  /** Asks for a reason below a post. */
  #ask(node: HTMLElement, options: Omit<ReasonAsked, 'place' | 'client' | 'space' | 'take' | 'onEnd'>, take: ReasonAsked['take']): void {
    askReason({...options, place: this.#place(node), client: this.#client, space: this.#store.place.space, take, onEnd: () => node.focus()});
  }
}

function closeMenu(menu: Element | null): void {
  const opener = menu?.previousElementSibling as HTMLElement | null | undefined;
  if (opener) opener.ariaExpanded = 'false';
  // What was pressed in it goes with it.
  if (menu?.contains((menu.getRootNode() as ShadowRoot).activeElement)) opener?.focus();
  menu?.remove();
}
