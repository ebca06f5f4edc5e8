import {css} from 'lit';

/** How the search of a conversation looks. */
export const searchStyles = css`
  .search {
    display: grid;
    gap: 0.5rem;
  }

  .search .field {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
  }

  .search ol {
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding-inline-start: 1.5rem;
  }

  .found {
    color: inherit;
    text-decoration: none;
  }

  .found:is(:hover, :focus-visible) {
    text-decoration: underline;
  }

  .search .author {
    font-weight: 600;
  }
`;
