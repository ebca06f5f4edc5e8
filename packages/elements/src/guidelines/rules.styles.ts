import {css} from 'lit';

/** How rules look, in their element and beside a composer. */
export const rulesStyles = css`
  .rules {
    display: grid;
    gap: 0.9rem;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: rule;
  }

  .rule {
    display: grid;
    gap: 0.2rem;
    counter-increment: rule;
    padding-inline-start: 2.25rem;
    position: relative;
  }

  .rule::before {
    content: counter(rule);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.05em;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--_surface);
    font-size: 0.8em;
    font-weight: 650;
  }

  .sentence {
    font-weight: 600;
  }

  .example {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    font-size: 0.925em;
  }

  .example > .label {
    flex: none;
    min-inline-size: 4.25rem;
    font-size: 0.875em;
    font-weight: 600;
  }

  .do > .label {
    color: var(--_positive);
  }

  .dont > .label {
    color: var(--_critical);
  }
`;
