import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
    max-inline-size: 100%;
  }

  :host([variant='card']) {
    display: block;
    min-block-size: 6rem;
  }

  .line {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    line-height: 1.5;
  }

  .open {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: 2.1rem;
    padding: 0 0.85rem;
    border: 1px solid color-mix(in srgb, currentColor 30%, transparent);
    border-radius: 1.1rem;
    background: none;
    text-align: start;
  }

  .open > .icon {
    color: var(--_accent);
  }

  .open:hover,
  .open:focus-visible {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .open.icon {
    min-inline-size: 1.9rem;
    min-block-size: 1.9rem;
    justify-content: center;
    inline-size: auto;
    block-size: auto;
    padding: 0 0.55rem;
    border-color: var(--_border);
    font-size: 0.9em;
    fill: inherit;
  }

  :host(:state(given)) .open > svg {
    fill: color-mix(in srgb, currentColor 45%, transparent);
  }

  .words {
    overflow-wrap: anywhere;
  }

  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .button > .count {
    padding-inline-start: 0.55rem;
    border-inline-start: 1px solid var(--_border);
  }

  .faces {
    --_avatar: 1.35rem;

    display: inline-flex;
    padding-inline-start: 0.35rem;
  }

  .faces > .avatar {
    margin-inline-start: -0.35rem;
    border: 1.5px solid Canvas;
    box-sizing: content-box;
  }

  .own {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.35rem;
  }

  .card {
    display: grid;
    gap: 1rem;
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    line-height: 1.5;
  }

  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
  }

  .card-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .card-foot:not(:has(button)) {
    display: none;
  }

  .card-foot > .send {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
  }

  .skeleton {
    display: grid;
    gap: 0.75rem;
  }

  .skeleton > span {
    block-size: 2.75rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  @media print {
    .line,
    .card-foot {
      display: none;
    }
  }
`;
