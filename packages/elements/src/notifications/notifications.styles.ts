import {css} from 'lit';

/** How the bell and its panel look. */
export const notificationsStyles = css`
  :host {
    position: relative;
    display: inline-block;
  }

  .bell {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    background: none;
  }

  .bell:hover,
  .bell[aria-expanded='true'] {
    background: var(--_surface);
  }

  .bell .icon {
    inline-size: 1.35rem;
    block-size: 1.35rem;
  }

  .badge {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    min-inline-size: 1.25rem;
    padding-inline: 0.3rem;
    border: 2px solid Canvas;
    border-radius: 999px;
    background: var(--_critical);
    color: Canvas;
    font-size: 0.7rem;
    font-weight: 700;
    line-height: 1.15rem;
    text-align: center;
  }

  .panel {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.4rem);
    inset-inline-end: 0;
    display: grid;
    gap: 0.5rem;
    inline-size: 23rem;
    max-block-size: min(32rem, 75vh);
    padding: 0.9rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 22%);
  }

  .panel[hidden] {
    display: none;
  }

  .panel-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .list {
    display: grid;
    gap: 0.15rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.65rem;
    padding: 0.55rem 0.5rem;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  a.item:hover {
    background: var(--_surface);
  }

  .item.unread {
    background: color-mix(in srgb, var(--_accent) 9%, transparent);
  }

  .item.unread .what {
    font-weight: 600;
  }

  .text,
  .where {
    font-size: 0.9em;
    color: var(--_quiet);
  }

  .choices {
    margin-block-start: 0.25rem;
    font-size: 0.925em;
  }

  .choices > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.75rem;
  }

  .choice input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  @media (max-width: 34rem) {
    .panel {
      position: fixed;
      inset-block: auto 0.5rem;
      inset-inline: 0.5rem;
      inline-size: auto;
    }
  }

  @media (forced-colors: active) {
    .badge,
    .item.unread {
      border: 1px solid;
    }
  }
`;
