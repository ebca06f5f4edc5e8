import {css} from 'lit';

export const styles = css`
  :host {
    --_gap: var(--social-thread-gap, var(--social-space-4, 1.25rem));
    --_indent: var(--social-thread-indent, var(--social-space-5, 1.5rem));
    --_accent: var(--social-accent, #0b57d0);
    --_positive: var(--social-positive, #146c2e);
    --_critical: var(--social-critical, #b3261e);
    --_radius: var(--social-radius, 0.5rem);
    --_border: var(--social-border, color-mix(in srgb, currentColor 18%, transparent));
    --_surface: var(--social-surface, color-mix(in srgb, currentColor 5%, transparent));
    --_quiet: color-mix(in srgb, currentColor 70%, transparent);

    display: block;
    min-block-size: 6rem;
    text-align: start;
    container-type: inline-size;
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--social-accent, light-dark(#0b57d0, #a8c7fa));
      --_positive: var(--social-positive, light-dark(#146c2e, #6dd58c));
      --_critical: var(--social-critical, light-dark(#b3261e, #f2b8b5));
    }
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  .thread {
    display: grid;
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.65;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px Canvas;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  .count {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .notice,
  .empty {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_border);
  }

  .notice.critical {
    border-inline-start-color: var(--_critical);
  }

  .empty {
    color: var(--_quiet);
    text-align: center;
    padding-block: 1.75rem;
    text-wrap: balance;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .late {
    animation: appear 1.5s step-end;
  }

  .skeleton {
    display: grid;
    gap: 0.75rem;
  }

  .skeleton span {
    block-size: 3.5rem;
    border-radius: var(--_radius);
    background: var(--_surface);
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

  .send {
    padding: 0.35rem 1.1rem;
    border-color: var(--_accent);
    background: var(--_accent);
    color: Canvas;
    font-weight: 600;
  }

  .error {
    color: var(--_critical);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
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
    .more-row {
      display: none;
    }

    .slab {
      content-visibility: visible;
    }
  }
`;
