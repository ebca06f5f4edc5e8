import {css} from 'lit';

export const styles = css`
  :host {
    --_gap: var(--social-moderation-gap, var(--social-space-4, 1.25rem));
  }

  .moderation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-inline-start: auto;
  }

  .views > .action[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 650;
  }

  .cases,
  .log {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .log {
    gap: 0;
  }

  .log > li {
    display: grid;
    gap: 0.1rem;
    padding-block: 0.6rem;
    border-block-end: 1px solid var(--_border);
  }

  .case {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    padding: 1rem 1.1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.25);
  }

  .case-head,
  .case-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.6rem;
  }

  .case-foot {
    align-items: center;
    gap: 0.4rem;
  }

  .by {
    font-weight: 650;
  }

  .time,
  .place,
  .quiet,
  .parent-by {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .place a {
    color: var(--_accent);
  }

  .badge {
    padding: 0.05rem 0.55rem;
    border: 1px solid var(--_border);
    border-radius: 1rem;
    font-size: 0.8em;
    font-weight: 600;
  }

  .badge.waiting {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .badge.reported {
    border-color: var(--_critical);
    color: var(--_critical);
  }

  .content {
    padding: 0.8rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .content > :first-child,
  .parent .body > :first-child {
    margin-block-start: 0;
  }

  .content > :last-child {
    margin-block-end: 0;
  }

  .case-foot > .send {
    padding-block: 0;
    font-size: 0.875em;
  }

  .parent {
    margin: 0;
    padding-inline-start: 0.8rem;
    border-inline-start: 2px solid var(--_border);
    max-block-size: 7.5rem;
    overflow: auto;
    font-size: 0.925em;
  }

  .reports {
    display: grid;
    gap: 0.6rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .report {
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--_critical);
  }

  .report-by {
    font-weight: 600;
  }

  .cited {
    display: flex;
    gap: 0.4rem;
    align-items: baseline;
    font-style: italic;
  }

  .icon {
    translate: 0 0.1em;
  }

  .action.strong {
    padding-inline: 0.9rem;
    border-color: var(--_border);
    font-weight: 600;
  }

  .outcome {
    display: grid;
    justify-items: start;
    gap: 0.2rem;
    padding: 0.6rem 0.9rem;
    border-inline-start: 3px solid var(--_positive);
    background: var(--_surface);
    border-radius: var(--_radius);
  }

  .outcome > .action {
    margin-inline-start: -0.5rem;
  }

  .reason:empty {
    display: none;
  }

  .more-row {
    display: grid;
    justify-items: center;
  }

  @container (max-width: 30rem) {
    .case {
      padding: 0.8rem;
    }

    .views {
      margin-inline-start: 0;
    }
  }

  @media (forced-colors: active) {
    .send,
    .badge {
      border: 1px solid;
    }

    .views > .action[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
