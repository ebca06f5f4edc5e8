import {css} from '@lit/reactive-element/css-tag.js';

/** What our elements have in common: buttons, notices, and what stands where there is nothing. */
export const controlStyles = css`
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.65;
  }

  .quiet {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .send,
  .more {
    min-block-size: 1.9rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
  }

  .more {
    justify-self: center;
    padding: 0.35rem 1rem;
    border-color: var(--_border);
    font-weight: 600;
  }

  .action:hover,
  .more:hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .send {
    padding: 0.35rem 1.1rem;
    border-color: var(--_accent);
    background: var(--_accent);
    color: Canvas;
    font-weight: 600;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    border-inline-start: 3px solid var(--_border);
    background: var(--_surface);
  }

  .notice.critical {
    border-inline-start-color: var(--_critical);
  }

  .empty {
    padding: 1.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_quiet);
    text-align: center;
    text-wrap: balance;
  }

  .error {
    color: var(--_critical);
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .late {
    animation: appear 1.5s step-end;
  }

  @media (forced-colors: active) {
    .send {
      border: 2px solid;
    }
  }
`;
