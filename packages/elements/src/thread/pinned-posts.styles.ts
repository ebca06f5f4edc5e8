import {css} from 'lit';

/** How what is pinned looks. */
export const pinnedStyles = css`
  .pinned {
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
    font-size: 0.9em;
  }

  .pinned > li {
    display: flex;
    gap: 0.5rem;
  }

  .pinned .icon {
    margin-block-start: 0.2em;
  }

  .pinned-link {
    color: inherit;
    text-decoration: none;
  }

  .pinned-link:is(:hover, :focus-visible) {
    text-decoration: underline;
  }

  .pinned .author {
    font-weight: 600;
  }
`;
