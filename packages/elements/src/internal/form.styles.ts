import {css} from 'lit';

/** How one writes and chooses. */
export const formStyles = css`
  .composer {
    display: grid;
    gap: 0.4rem;
    padding-block: 0.5rem;
  }

  .field-label {
    font-weight: 600;
    font-size: 0.9em;
  }

  .field {
    inline-size: 100%;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_border);
    border-color: color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: Field;
    color: FieldText;
    line-height: 1.5;
  }

  .field:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }

  textarea.field {
    min-block-size: 6rem;
    max-block-size: 60vh;
    resize: vertical;
    field-sizing: content;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_critical);
  }

  .composer-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.5rem;
  }

  .hint {
    flex: 1 1 12rem;
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .choices {
    display: grid;
    gap: 0.15rem;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.75rem;
  }

  .concern {
    padding-inline: 0.9rem;
    border-inline-start: 3px solid var(--_border);
    margin-block-start: 0.5rem;
  }

  .menu {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    padding-inline-start: 0.25rem;
    border-inline-start: 1px solid var(--_border);
  }

  .space-rules {
    font-size: 0.925em;
    color: var(--_quiet);
  }

  .space-rules[open] {
    color: inherit;
  }

  .space-rules > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .space-rules-body {
    display: grid;
    justify-items: start;
    gap: 0.9rem;
    margin-block: 0.4rem 0.6rem;
    padding: 0.9rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
