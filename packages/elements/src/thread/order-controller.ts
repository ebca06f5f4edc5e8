import type {PostOrder, ThreadKind} from '@social-learning/sdk';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {whenIdle} from '../internal/idle.ts';
import type {SoughtPost} from './sought-post.ts';

/** An element whose posts have an order. */
export interface OrderedElement extends ReactiveControllerHost {
  from: 'start' | 'end';
  order: PostOrder;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Lets readers choose an order, where the header of its host has a place for that. The choice comes when the posts are on screen. */
export class OrderController implements ReactiveController {
  readonly #host: OrderedElement;
  readonly #sought: SoughtPost;
  readonly #kind: () => ThreadKind;
  #loading: Promise<typeof import('./order-choice.ts')> | undefined;

  /** @param kind What the conversation is. */
  constructor(host: OrderedElement, sought: SoughtPost, kind: () => ThreadKind) {
    this.#host = host;
    this.#sought = sought;
    this.#kind = kind;
    host.addController(this);
  }

  hostUpdated(): void {
    const place = this.#host.renderRoot.querySelector<HTMLElement>('#order');
    if (!place || place.hidden) return;
    this.#loading ??= new Promise<void>(resolve => void whenIdle(() => resolve())).then(() => import('./order-choice.ts'));
    void this.#loading.then(
      ({showOrderChoice}) => showOrderChoice(place, this.#kind(), this.#host.order, this.#sort),
      () => (this.#loading = undefined),
    );
  }

  readonly #sort = (order: PostOrder) => {
    this.#sought.leave();
    this.#host.from = 'start';
    this.#host.order = order;
  };
}
