import {css} from 'lit';

export const styles = css`
  :host {
    --_column: var(--social-kudos-column, 18rem);

    display: block;
    min-block-size: 6rem;
  }

  .wall {
    display: grid;
    gap: 1rem;
    line-height: 1.5;
  }

  .entries {
    grid-template-columns: repeat(auto-fill, minmax(min(var(--_column), 100%), 1fr));
  }

  .entry,
  .skeleton > span {
    padding: 1rem 1.1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
  }

  .skeleton > span {
    block-size: 7rem;
    background: var(--_surface);
  }

  @media print {
    .more {
      display: none;
    }
  }
`;
