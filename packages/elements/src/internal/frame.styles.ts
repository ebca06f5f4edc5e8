import {css} from 'lit';

/** Tokens and the plain things that every element of ours is made of. */
export const frameStyles = css`
  :host {
    --_accent: var(--social-accent, #0b57d0);
    --_positive: var(--social-positive, #146c2e);
    --_critical: var(--social-critical, #b3261e);
    --_radius: var(--social-radius, 0.5rem);
    --_border: var(--social-border, color-mix(in srgb, currentColor 18%, transparent));
    --_surface: var(--social-surface, color-mix(in srgb, currentColor 5%, transparent));
    --_quiet: color-mix(in srgb, currentColor 70%, transparent);

    display: block;
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

  p {
    margin: 0;
  }

  button,
  input,
  select,
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

  .notice {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_border);
  }

  .notice.critical {
    border-inline-start-color: var(--_critical);
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

  .action,
  .send {
    min-block-size: 1.9rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
  }

  .action {
    padding: 0 0.5rem;
    color: var(--_accent);
    font-size: 0.875em;
  }

  .action:hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
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
`;
