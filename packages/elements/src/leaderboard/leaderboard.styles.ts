import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-block-size: 8rem;
    line-height: 1.5;
  }

  .board {
    display: grid;
    gap: 0.9rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .views {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .view {
    min-block-size: 2rem;
    padding: 0.1rem 0.8rem;
    border: 0;
    border-radius: calc(var(--_radius) - 1px);
    background: none;
    font-size: 0.9em;
  }

  .view[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .period {
    inline-size: auto;
    min-block-size: 2rem;
    padding: 0.15rem 0.5rem;
    font-size: 0.9em;
  }

  .own-place {
    padding: 0.7rem 1rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .caption {
    padding-block-end: 0.35rem;
    color: var(--_quiet);
    font-size: 0.875em;
    text-align: start;
  }

  th,
  td {
    padding: 0.45rem 0.5rem;
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }

  thead th {
    color: var(--_quiet);
    font-size: 0.85em;
    overflow-wrap: normal;
  }

  .rank {
    inline-size: 3.5rem;
  }

  .number {
    text-align: end;
    white-space: nowrap;
  }

  .movement {
    inline-size: 4rem;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .person {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    --_avatar: 1.8rem;
  }

  .own > * {
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
    font-weight: 600;
  }

  .you {
    margin-inline-start: 0.25rem;
    padding: 0 0.5rem;
    border: 1px solid color-mix(in srgb, var(--_accent) 45%, transparent);
    border-radius: 1rem;
    font-size: 0.8em;
  }

  .more-about {
    font-size: 0.925em;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .rules,
  .ledger {
    display: grid;
    gap: 0.35rem;
    margin: 0.35rem 0 0.5rem;
    padding: 0;
    list-style: none;
  }

  .rules > li {
    overflow-wrap: anywhere;
  }

  .ledger > li {
    display: grid;
    grid-template-columns: 3.5rem 1fr auto;
    gap: 0.25rem 0.75rem;
  }

  .amount {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .rule-form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }

  .rule-form > :first-child {
    flex: 1 1 12rem;
  }

  .count {
    inline-size: 5rem;
    min-block-size: 1.9rem;
    padding: 0.15rem 0.4rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }

  @container (max-width: 22rem) {
    .movement,
    thead th:last-child:not(:nth-child(3)) {
      inline-size: auto;
    }

    .rank {
      inline-size: auto;
    }

    th,
    td {
      padding-inline: 0.25rem;
    }

    .ledger > li {
      grid-template-columns: 3rem 1fr;
    }

    .ledger time {
      grid-column: 2;
    }
  }

  @media (forced-colors: active) {
    .view[aria-pressed='true'] {
      outline: 2px solid;
      outline-offset: -2px;
    }

    .own > * {
      border-block: 2px solid;
    }
  }

  @media print {
    .views,
    .period,
    .foot,
    .more {
      display: none;
    }
  }
`;
