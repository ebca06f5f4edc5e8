import {css} from 'lit';

/** How a mentor looks, in a card and in the finder. */
export const mentorStyles = css`
  .card {
    display: grid;
    gap: 0.9rem;
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
  }

  .compact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.6rem 1rem;
    padding: 0.6rem 0.9rem;
  }

  .who {
    display: flex;
    gap: 0.85rem;
    align-items: center;
    min-inline-size: 0;
  }

  .avatar {
    --_avatar: 3rem;
  }

  .compact .avatar {
    --_avatar: 2.4rem;
  }

  .names {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    font-weight: 650;
    font-size: 1.1em;
    line-height: 1.25;
  }

  .compact .name {
    font-size: 1em;
  }

  .title,
  .message {
    color: var(--_quiet);
  }

  .places {
    font-size: 0.875em;
    color: var(--_quiet);
  }

  .places.open {
    color: var(--_positive);
    font-weight: 600;
  }

  .help,
  .message {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .facts {
    display: grid;
    gap: 0.5rem;
    margin: 0;
  }

  .facts > div {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: 0.25rem 0.75rem;
    align-items: baseline;
  }

  .facts dt {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .facts dd {
    margin: 0;
  }

  .words {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .word,
  .state {
    padding: 0.05rem 0.55rem;
    border-radius: 999px;
    background: var(--_surface);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .section {
    display: grid;
    gap: 0.6rem;
  }

  .section-heading {
    font-weight: 650;
  }

  .mentorship {
    display: grid;
    gap: 0.4rem;
    padding: 0.8rem 0.95rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .mentorship-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.6rem;
    align-items: baseline;
    justify-content: space-between;
  }

  .mentorship .state {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .mentorship.active .state {
    color: var(--_positive);
    font-weight: 600;
  }

  .other,
  .goal {
    font-weight: 600;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .acts:not(:has(button)) {
    display: none;
  }

  .notes > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    cursor: pointer;
  }

  .note {
    margin: 0 0 0.4rem;
    padding-inline-start: 0.7rem;
    border-inline-start: 3px solid var(--_border);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .history {
    font-size: 0.875em;
    color: var(--_quiet);
  }

  .history > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    cursor: pointer;
  }

  .history ol {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .short {
    max-inline-size: 8rem;
  }

  .reasons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.9rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    color: var(--_quiet);
  }

  .reasons li::before {
    content: '✓ ' / '';
    color: var(--_positive);
  }

  @container (inline-size < 24rem) {
    .card {
      padding: 0.9rem;
    }

    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .word,
    .state,
    .mentorship {
      border: 1px solid;
    }
  }
`;
