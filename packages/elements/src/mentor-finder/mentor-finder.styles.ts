import {css} from 'lit';

/** How one looks for a mentor. */
export const finderStyles = css`
  .finder {
    display: grid;
    gap: 0.9rem;
  }

  .asked,
  .facets {
    display: grid;
    gap: 0.6rem;
  }

  .facet {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .facet-choice {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    min-block-size: 1.9rem;
    padding-inline: 0.6rem;
    border: 1px solid var(--_border);
    border-radius: 999px;
    font-size: 0.9em;
    cursor: pointer;
  }

  .facet-choice:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .facet-choice input,
  .choice input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .count {
    color: var(--_quiet);
    font-weight: 400;
  }

  .results {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .result {
    display: grid;
    gap: 0.5rem;
    padding: 0.9rem 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
  }

  .result.open {
    padding: 0;
    border: 0;
  }
`;
