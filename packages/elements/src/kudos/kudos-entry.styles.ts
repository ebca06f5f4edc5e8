import {css} from 'lit';

export const entryStyles = css`
  .entries {
    display: grid;
    gap: var(--_gap);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .entry {
    display: flex;
    align-items: start;
    gap: 0.75rem;
    min-inline-size: 0;
  }

  .entry-text {
    display: grid;
    flex: 1;
    gap: 0.25rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .who > b {
    font-weight: 600;
  }

  .message {
    white-space: pre-line;
  }

  .sending .message {
    opacity: 0.75;
  }

  .entry-marks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.6rem;
    margin-block-start: 0.1rem;
  }

  .value {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    padding: 0.1rem 0.6rem;
    border: 1px solid color-mix(in srgb, var(--_accent) 30%, transparent);
    border-radius: 1rem;
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
    font-size: 0.85em;
    font-weight: 600;
  }

  .value > .icon {
    color: var(--_accent);
  }

  .about {
    color: inherit;
    opacity: 0.8;
    text-underline-offset: 0.15em;
  }

  .entry-text {
    position: relative;
  }

  .flag {
    position: absolute;
    inset-block-start: -0.2rem;
    inset-inline-end: -0.2rem;
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    padding: 0;
    color: var(--_quiet);
    opacity: 0.75;
  }

  .flag:is(:hover, :focus-visible) {
    opacity: 1;
  }

  .entry-text:has(> .flag) > .who {
    padding-inline-end: 1.75rem;
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    color: var(--_quiet);
    font-size: 0.875em;
  }
`;
