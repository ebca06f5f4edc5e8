import {msg} from '@lit/localize';
import type {PostOrder, ThreadKind} from '@social-learning/sdk';
import {html, render} from 'lit';

/**
 * Shows the choice of an order. Not before the posts are: the browser takes longer to lay out a list of choices than a post.
 *
 * @param place Where it stands.
 * @param kind What the conversation is: of a question every answer is one, so that none is unanswered.
 */
export function showOrderChoice(place: HTMLElement, kind: ThreadKind, order: PostOrder, sort: (order: PostOrder) => void): void {
  const orders: readonly (readonly [PostOrder, string])[] = [
    ['oldest', msg('Oldest first')], ['newest', msg('Newest first')], ['helpful', msg('Most helpful first')],
    ...(kind === 'question' ? [] : [['unanswered', msg('Unanswered first')] as const]),
  ];
  const options = orders.map(([value, words]) => html`<option value=${value} ?selected=${value === order}>${words}</option>`);
  render(
    html`
      <select class="order" part="order" aria-label=${msg('Order of the posts')} @change=${(event: Event) => sort((event.target as HTMLSelectElement).value as PostOrder)}>
        ${options}
      </select>
    `,
    place,
  );
}
