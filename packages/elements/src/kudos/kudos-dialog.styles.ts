import {css} from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(34rem, calc(100vw - 1.5rem));
    max-inline-size: none;
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--social-dialog, Canvas);
    color: var(--social-dialog-text, CanvasText);
    font-size: 1rem;
    line-height: 1.5;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 25%);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }

  .dialog {
    display: grid;
    gap: 1rem;
    padding: 1.25rem;
  }

  .dialog-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
  }

  .dialog-head > h2,
  .latest-heading {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .close {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    margin: -0.25rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
  }

  .close:hover {
    background: var(--_surface);
  }

  .form,
  .form-part {
    display: grid;
    min-inline-size: 0;
  }

  .form {
    gap: 1rem;
  }

  .form-part {
    gap: 0.4rem;
  }

  .field-label {
    padding: 0;
    font-weight: 600;
    font-size: 0.9em;
  }

  .field {
    inline-size: 100%;
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: var(--_radius);
    background: Field;
    color: FieldText;
  }

  textarea.field {
    min-block-size: 5rem;
    max-block-size: 40vh;
    padding: 0.6rem 0.75rem;
    resize: vertical;
    line-height: 1.5;
    field-sizing: content;
  }

  .field:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_critical);
  }

  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .values > legend {
    margin-block-end: 0.4rem;
  }

  .value-choice {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 1.9rem;
    padding: 0 0.8rem;
    border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
    border-radius: 1rem;
    font-size: 0.9em;
    cursor: pointer;
  }

  .value-choice > input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .value-choice:hover {
    background: var(--_surface);
  }

  .value-choice:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    font-weight: 600;
  }

  .value-choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .hint {
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .hint:empty,
  .error[hidden] {
    display: none;
  }

  .form-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.5rem;
  }

  .latest {
    display: grid;
    gap: 0.75rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_border);
  }

  .latest-heading {
    font-size: 1em;
    font-weight: 650;
  }

  @media (max-width: 30rem) {
    dialog {
      inline-size: 100vw;
      max-block-size: 92dvh;
      margin-block-end: 0;
      margin-inline: 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }

  @media (forced-colors: active) {
    .value-choice:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;
