import {css} from '@lit/reactive-element/css-tag.js';

/** How posts look. */
export const postStyles = css`
  .posts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .posts:empty {
    display: none;
  }

  /* Containment cuts off what reaches over the edge, focus rings among it. */
  .slab {
    content-visibility: auto;
    contain-intrinsic-size: auto 1950px;
    min-inline-size: 0;
    overflow-clip-margin: 6px;
  }

  .post {
    position: relative;
    padding-block: calc(var(--_gap) / 2);
    padding-inline-start: 2.75rem;
    border-radius: var(--_radius);
  }

  .post[data-depth='1'] {
    margin-inline-start: var(--_indent);
  }

  .post[data-depth='2'] {
    margin-inline-start: calc(2 * var(--_indent));
  }

  .post[data-depth='3'] {
    margin-inline-start: calc(3 * var(--_indent));
  }

  .post:not([data-depth='0'])::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -0.75rem;
    border-inline-start: 2px solid var(--_border);
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6rem;
  }

  .avatar {
    position: absolute;
    inset-block-start: calc(var(--_gap) / 2);
    inset-inline-start: 0;
  }

  .avatar.own {
    overflow: hidden;
    background: none;
  }

  .post[hidden] {
    padding: 0;
    margin: 0;
  }

  .post[hidden]::before {
    display: none;
  }

  .removed > .meta .avatar {
    background: var(--_surface);
  }

  .by {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }

  .permalink {
    color: inherit;
    text-decoration: none;
  }

  .permalink:hover {
    text-decoration: underline;
  }

  .time,
  .mark,
  .context,
  .delivery,
  .removed .body {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  .marks {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
  }

  .mark.form {
    padding-inline: 0.55em;
    border-radius: 1em;
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    color: inherit;
  }

  .accepted-mark {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    color: var(--_positive);
    font-size: 0.875em;
    font-weight: 600;
  }

  .accepted > .body {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_positive);
  }

  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-block-start: 0.35rem;
  }

  /* Also before there is something in it: nothing moves when it comes. */
  .post:not(.removed) > .foot {
    min-block-size: 1.9rem;
  }

  .reactions,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .delivery[hidden],
  .context[hidden] {
    display: none;
  }

  @container (max-width: 30rem) {
    .post {
      padding-inline-start: 0;
    }

    .post[data-depth='1'] { margin-inline-start: 0.9rem; }
    .post[data-depth='2'] { margin-inline-start: 1.5rem; }
    .post[data-depth='3'] { margin-inline-start: 2.1rem; }

    .avatar {
      --_avatar: 1.6rem;
      position: relative;
      inset: auto;
      align-self: center;
    }
  }
`;
