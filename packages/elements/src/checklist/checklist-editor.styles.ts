import {css} from 'lit';

/** Where a checklist is written. */
export const editorStyles = css`
  .editor {
    display: grid;
    gap: 0.4rem;
  }

  .editor > .field-label:not(:first-child) {
    margin-block-start: 0.6rem;
  }

  .editor textarea.short {
    min-block-size: 2.6rem;
  }

  .editor .hint {
    flex: none;
  }

  .editor-steps {
    display: grid;
    gap: 0.6rem;
    margin: 0.25rem 0 0;
    padding: 0;
    list-style: none;
  }

  .step-editor {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem;
    padding: 0.6rem 0.75rem 0.4rem 0.25rem;
    padding-inline: 0.25rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .step-editor[data-dragged] {
    opacity: 0.55;
  }

  .step-editor[data-before] {
    box-shadow: 0 -3px 0 0 var(--_accent);
  }

  .step-editor[data-after] {
    box-shadow: 0 3px 0 0 var(--_accent);
  }

  .handle {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    border-radius: var(--_radius);
    color: var(--_quiet);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  .handle:hover {
    background: var(--_surface);
  }

  .step-fields {
    display: grid;
    gap: 0.35rem;
    min-inline-size: 0;
  }

  .step-acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
  }

  .step-acts > .choice {
    margin-inline-end: auto;
    font-size: 0.925em;
  }

  .step-acts > .choice > input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0.2rem;
    accent-color: var(--_accent);
  }

  .step-acts > [aria-disabled='true'] {
    color: var(--_quiet);
    cursor: default;
  }

  .leaving {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    font-size: 0.9em;
  }

  .leave,
  .leaving {
    margin-inline-end: auto;
  }

  @media (forced-colors: active) {
    .step-editor[data-before],
    .step-editor[data-after] {
      outline: 2px solid Highlight;
    }
  }
`;
