import {css} from 'lit';

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

  .order {
    max-inline-size: 100%;
    padding: 0.15rem 0.35rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
    font-size: 0.875em;
  }

  #search:empty,
  #pinned:empty {
    display: none;
  }

  .count {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .empty {
    padding: 1.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_quiet);
    text-align: center;
    text-wrap: balance;
  }

  .more-row {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
  }

  .more {
    padding: 0.35rem 1rem;
    border-color: var(--_border);
    color: var(--_accent);
    font-weight: 600;
  }

  .write {
    inline-size: 100%;
    padding: 0.75rem 1rem;
    border-color: var(--_border);
    text-align: start;
    color: var(--_quiet);
    cursor: text;
  }

  .write:hover {
    border-color: var(--_accent);
  }

  .is-writing > .write {
    display: none;
  }

  @media (forced-colors: active) {
    .avatar,
    .reaction[aria-pressed='true'],
    .send {
      border: 2px solid;
      forced-color-adjust: auto;
    }

    .reaction[aria-pressed='true'] {
      border-color: Highlight;
    }
  }

  @media print {
    .foot,
    .writing,
    .more-row,
    .order,
    .header > .action,
    #presence,
    #search,
    .further {
      display: none;
    }

    .post {
      break-inside: avoid;
    }

    .slab {
      content-visibility: visible;
    }
  }
`;
