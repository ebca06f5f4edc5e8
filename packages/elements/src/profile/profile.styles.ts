import {css} from 'lit';

/** How a person looks, beyond what they share with a mentor. */
export const styles = css`
  .acts {
    align-items: center;
  }

  .acts:not(:has(button)) {
    display: contents;
  }

  .edit,
  .report {
    margin-inline: -0.6rem;
  }

  .acts > .report {
    margin-inline-start: auto;
    color: var(--_quiet);
  }

  .concerns:empty {
    display: none;
  }

  .privacy {
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding: 0.7rem 0.9rem 0.8rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .privacy > legend {
    padding-inline: 0.3rem;
    font-weight: 600;
    font-size: 0.9em;
  }

  .privacy .hint {
    flex: none;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr));
    gap: 0.1rem 0.75rem;
  }
`;
