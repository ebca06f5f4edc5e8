import {css} from 'lit';

export const styles = css`
  :host {
    --_gap: var(--social-checklist-gap, var(--social-space-3, 1rem));
  }

  .checklist {
    display: grid;
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .header > .action {
    margin-inline-start: auto;
  }

  .badge,
  .critical-mark {
    padding: 0.05rem 0.5rem;
    border: 1px solid currentColor;
    border-radius: 1rem;
    font-size: 0.75em;
    font-weight: 600;
    white-space: nowrap;
  }

  .badge {
    color: var(--_quiet);
  }

  .critical-mark {
    margin-inline-start: 0.25rem;
    color: var(--_critical);
  }

  .description {
    white-space: pre-line;
  }

  .progress {
    display: grid;
    gap: 0.35rem;
    color: var(--_quiet);
    font-size: 0.925em;
  }

  progress {
    inline-size: 100%;
    block-size: 0.4rem;
    border: 0;
    border-radius: 1rem;
    overflow: hidden;
    appearance: none;
    background: color-mix(in srgb, currentColor 18%, transparent);
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    border-radius: 1rem;
    background: var(--_positive);
  }

  progress::-moz-progress-bar {
    border-radius: 1rem;
    background: var(--_positive);
  }

  .steps {
    display: grid;
    margin: 0;
    padding: 0;
    border-block: 1px solid var(--_border);
    list-style: none;
  }

  .step {
    display: grid;
    gap: 0.15rem;
    padding-block: 0.35rem;
  }

  .step + .step {
    border-block-start: 1px solid var(--_border);
  }

  .tick {
    display: flex;
    align-items: start;
    gap: 0.7rem;
    min-block-size: 2.25rem;
    padding-block: 0.35rem;
    cursor: pointer;
  }

  .tick > input {
    flex: none;
    inline-size: 1.4rem;
    block-size: 1.4rem;
    margin: 0.05em 0 0;
    accent-color: var(--_positive);
    cursor: inherit;
  }

  .tick:has(> input:disabled) {
    cursor: default;
  }

  .step-words {
    min-inline-size: 0;
  }

  .step[data-done] .step-text {
    color: var(--_quiet);
    text-decoration: line-through;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
  }

  .note,
  .delivery {
    margin-inline-start: 2.1rem;
    padding-block-end: 0.35rem;
    font-size: 0.9em;
  }

  .note {
    color: var(--_quiet);
    white-space: pre-line;
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }

  .finished {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    color: var(--_positive);
    font-weight: 600;
  }

  .colleagues {
    display: grid;
    gap: 0.5rem;
    color: var(--_quiet);
    font-size: 0.925em;
  }

  .people {
    --_avatar: 1.6rem;

    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.9rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .who {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }

  @media print {
    .header > .action,
    .progress,
    .finished,
    .colleagues,
    .delivery,
    .quiet,
    .editor {
      display: none;
    }

    .steps {
      border: 0;
    }

    .step {
      break-inside: avoid;
    }

    .step[data-done] .step-text {
      text-decoration: none;
    }
  }
`;
