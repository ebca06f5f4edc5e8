import {css} from 'lit';

export const composerStyles = css`
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
`;
