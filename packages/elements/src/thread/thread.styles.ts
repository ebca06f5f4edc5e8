import {css} from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --_gap: var(--social-thread-gap, var(--social-space-4, 1.25rem));
    --_indent: var(--social-thread-indent, var(--social-space-5, 1.5rem));

    min-block-size: 6rem;
  }

  :host([density='compact']) {
    --_gap: var(--social-thread-gap, 0.5rem);
    --_indent: var(--social-thread-indent, 1rem);

    font-size: 0.9375em;
    line-height: 1.4;
  }

  .thread {
    display: grid;
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  /* As high and about as wide as the choice that comes into it, and on the line of the words around it. */
  #order {
    min-inline-size: 10em;
  }

  #order:empty::before {
    display: inline-block;
    padding-block: calc(0.15rem + 1px);
    font-size: 0.875em;
    content: '\\200b';
  }

  #news:empty {
    display: none;
  }

  #search:empty,
  #pinned:empty {
    display: none;
  }

  .count {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  /* Its line is as high as it will be when buttons stand in it. */
  .count::before {
    display: inline-block;
    line-height: 1.9rem;
    content: '\\200b';
  }

  @media print {
    .post {
      break-inside: avoid;
    }

    .slab {
      content-visibility: visible;
    }
  }
`;
