import {css} from 'lit';

export const styles = css`
  :host {
    --_gap: var(--social-guidelines-gap, var(--social-space-4, 1.25rem));
  }

  .guidelines {
    display: grid;
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .header {
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .version,
  .affair-when,
  .quiet {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .header > .action {
    margin-inline-start: auto;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }

  .agreed {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    color: var(--_positive);
    font-weight: 600;
  }

  .affairs > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    border-radius: var(--_radius);
    color: var(--_quiet);
    font-size: 0.925em;
    cursor: pointer;
  }

  .affair-list {
    display: grid;
    gap: 0.75rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }

  .affair {
    display: grid;
    gap: 0.15rem;
    padding: 0.7rem 0.9rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .affair-what {
    font-weight: 600;
  }

  .editor,
  .rule-editor {
    display: grid;
    gap: 0.4rem;
  }

  .editor {
    gap: 1rem;
  }

  .rule-editor {
    margin: 0;
    padding: 0.75rem 1rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    min-inline-size: 0;
  }

  .rule-editor > legend {
    padding-inline: 0.35rem;
    font-weight: 650;
  }

  .rule-editor textarea.field {
    min-block-size: 2.75rem;
  }

  .rule-acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  @media (forced-colors: active) {
    .send,
    .rule::before {
      border: 1px solid;
    }
  }

  @media print {
    .foot,
    .affairs,
    .header > .action {
      display: none;
    }
  }
`;
