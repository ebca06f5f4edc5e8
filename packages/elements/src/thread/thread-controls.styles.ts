import {css} from '@lit/reactive-element/css-tag.js';

/** What stands around the posts of a thread, and below each. */
export const threadControlStyles = css`
  .further {
    display: block;
    margin-block-start: 0.6rem;
    font-size: 0.875em;
  }

  [data-act='fold'] {
    color: var(--_quiet);
  }

  .sending > .body {
    opacity: 0.75;
  }

  .reaction,
  .more,
  .write {
    min-block-size: 1.9rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
  }

  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    min-inline-size: 1.9rem;
    justify-content: center;
    padding: 0 0.55rem;
    border-color: var(--_border);
    border-radius: 1rem;
    font-size: 0.85em;
  }

  .reactions:empty,
  .reaction > span:empty {
    display: none;
  }

  .reaction[aria-pressed='true'] > .icon {
    fill: color-mix(in srgb, currentColor 35%, transparent);
  }

  .reaction:disabled {
    cursor: default;
    color: inherit;
  }

  .reaction[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .reaction.quiet {
    border-color: transparent;
    color: var(--_quiet);
  }

  .reaction.quiet:is(:hover, :focus-visible) {
    border-color: var(--_border);
    color: inherit;
  }

  .more:hover,
  .reaction:not(:disabled):hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    margin-block-start: 0.25rem;
  }

  .order {
    max-inline-size: 100%;
    padding: 0.15rem 0.35rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
    font-size: 0.875em;
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
  }
`;
