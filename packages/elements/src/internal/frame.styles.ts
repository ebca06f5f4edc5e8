import {css} from '@lit/reactive-element/css-tag.js';

/** What our elements have in common from the beginning; see `control.styles.ts` for what comes with them as soon as something can be done. */
export const frameStyles = css`
  :host {
    --_gap: var(--social-space-3, 0.75rem);
    --_accent: var(--social-accent, #0b57d0);
    --_positive: var(--social-positive, #146c2e);
    --_critical: var(--social-critical, #b3261e);
    --_radius: var(--social-radius, 0.5rem);
    --_border: var(--social-border, color-mix(in srgb, currentColor 18%, transparent));
    --_surface: var(--social-surface, color-mix(in srgb, currentColor 5%, transparent));
    --_quiet: color-mix(in srgb, currentColor 70%, transparent);

    text-align: start;
  }

  :host(:state(rtl)) {
    direction: rtl;
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

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px Canvas;
  }

  .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  .action {
    min-block-size: 1.9rem;
    padding: 0 0.5rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font-size: 0.875em;
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

/** An element that takes the width of its place, and looks after how wide that is. */
export const blockStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
`;

/** A heading, what stands beside it, and what can be done. */
export const headerStyles = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
  }
`;
