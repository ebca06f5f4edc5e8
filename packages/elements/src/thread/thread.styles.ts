import {css} from 'lit';

export const styles = css`
  :host {
    --_gap: var(--social-thread-gap, var(--social-space-4, 1.25rem));
    --_indent: var(--social-thread-indent, var(--social-space-5, 1.5rem));
    --_accent: var(--social-accent, #0b57d0);
    --_positive: var(--social-positive, #146c2e);
    --_critical: var(--social-critical, #b3261e);
    --_radius: var(--social-radius, 0.5rem);
    --_border: var(--social-border, color-mix(in srgb, currentColor 18%, transparent));
    --_surface: var(--social-surface, color-mix(in srgb, currentColor 5%, transparent));
    --_quiet: color-mix(in srgb, currentColor 70%, transparent);

    display: block;
    min-block-size: 6rem;
    text-align: start;
    container-type: inline-size;
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--social-accent, light-dark(#0b57d0, #a8c7fa));
      --_positive: var(--social-positive, light-dark(#146c2e, #6dd58c));
      --_critical: var(--social-critical, light-dark(#b3261e, #f2b8b5));
    }
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  .thread {
    display: grid;
    gap: var(--_gap);
    line-height: 1.5;
    overflow-wrap: anywhere;
  }

  p {
    margin: 0;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.65;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px Canvas;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }

  .count {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .notice,
  .empty {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_border);
  }

  .notice.critical {
    border-inline-start-color: var(--_critical);
  }

  .empty {
    color: var(--_quiet);
    text-align: center;
    padding-block: 1.75rem;
    text-wrap: balance;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .late {
    animation: appear 1.5s step-end;
  }

  .skeleton {
    display: grid;
    gap: 0.75rem;
  }

  .skeleton span {
    block-size: 3.5rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .posts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .posts:empty {
    display: none;
  }

  .slab {
    content-visibility: auto;
    min-inline-size: 0;
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
    display: grid;
    place-items: center;
    inline-size: 2.1rem;
    block-size: 2.1rem;
    border-radius: 50%;
    background: hsl(var(--_hue, 210) 45% 31%);
    color: white;
    font-size: 0.8rem;
    font-weight: 600;
    user-select: none;
  }

  .avatar[data-hue='0'] { --_hue: 0; }
  .avatar[data-hue='1'] { --_hue: 25; }
  .avatar[data-hue='2'] { --_hue: 45; }
  .avatar[data-hue='3'] { --_hue: 90; }
  .avatar[data-hue='4'] { --_hue: 140; }
  .avatar[data-hue='5'] { --_hue: 165; }
  .avatar[data-hue='6'] { --_hue: 190; }
  .avatar[data-hue='7'] { --_hue: 215; }
  .avatar[data-hue='8'] { --_hue: 245; }
  .avatar[data-hue='9'] { --_hue: 275; }
  .avatar[data-hue='10'] { --_hue: 300; }
  .avatar[data-hue='11'] { --_hue: 335; }

  .removed > .meta .avatar {
    background: var(--_surface);
  }

  .by {
    margin: 0;
    font-size: 1em;
    font-weight: 600;
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

  .sending > .body {
    opacity: 0.75;
  }

  .body > :first-child {
    margin-block-start: 0.15rem;
  }

  .body > :last-child {
    margin-block-end: 0;
  }

  .body :is(p, ul, ol, blockquote, pre, .table, h2, h3, h4, h5, h6, hr) {
    margin-block: 0.6em 0;
  }

  .body :is(h2, h3, h4, h5, h6) {
    font-size: 1.05em;
    line-height: 1.3;
  }

  .body :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .body a {
    color: var(--_accent);
  }

  .body blockquote {
    margin-inline: 0;
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_border);
    color: var(--_quiet);
  }

  .body :is(code, pre) {
    font-family: ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace;
    font-size: 0.9em;
    background: var(--_surface);
    border-radius: calc(var(--_radius) / 2);
  }

  .body code {
    padding: 0.1em 0.3em;
  }

  .body pre {
    padding: 0.75rem 0.9rem;
    overflow-x: auto;
  }

  .body pre code {
    padding: 0;
    background: none;
    overflow-wrap: normal;
  }

  .body img {
    max-inline-size: 100%;
    block-size: auto;
  }

  .table {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
  }

  :is(th, td) {
    padding: 0.35rem 0.6rem;
    border: 1px solid var(--_border);
    text-align: start;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-block-start: 0.35rem;
  }

  .reactions,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .reaction,
  .action,
  .more,
  .write,
  .send {
    min-block-size: 1.9rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
  }

  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    min-inline-size: 1.9rem;
    justify-content: center;
    padding: 0 0.55rem;
    border-color: var(--_border);
    border-radius: 1rem;
    font-size: 0.85em;
  }

  .reaction > span:empty {
    display: none;
  }

  .reaction[aria-pressed='true'] > .icon {
    fill: color-mix(in srgb, currentColor 35%, transparent);
  }

  .reaction:disabled {
    cursor: default;
    color: inherit;
  }

  .reaction[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .reaction.quiet {
    border-color: transparent;
    color: var(--_quiet);
  }

  .reaction.quiet:is(:hover, :focus-visible) {
    border-color: var(--_border);
    color: inherit;
  }

  .action {
    padding: 0 0.5rem;
    color: var(--_accent);
    font-size: 0.875em;
  }

  .action:hover,
  .more:hover,
  .reaction:not(:disabled):hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    margin-block-start: 0.25rem;
  }

  .delivery[hidden],
  .context[hidden] {
    display: none;
  }

  .more-row {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
  }

  .more {
    padding: 0.35rem 1rem;
    border-color: var(--_border);
    color: var(--_accent);
    font-weight: 600;
  }

  .write {
    inline-size: 100%;
    padding: 0.75rem 1rem;
    border-color: var(--_border);
    text-align: start;
    color: var(--_quiet);
    cursor: text;
  }

  .write:hover {
    border-color: var(--_accent);
  }

  .is-writing > .write {
    display: none;
  }

  .send {
    padding: 0.35rem 1.1rem;
    border-color: var(--_accent);
    background: var(--_accent);
    color: Canvas;
    font-weight: 600;
  }

  .error {
    color: var(--_critical);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (max-width: 30rem) {
    .post {
      padding-inline-start: 0;
    }

    .post[data-depth='1'] { margin-inline-start: 0.9rem; }
    .post[data-depth='2'] { margin-inline-start: 1.5rem; }
    .post[data-depth='3'] { margin-inline-start: 2.1rem; }

    .avatar {
      position: static;
      align-self: center;
      inline-size: 1.6rem;
      block-size: 1.6rem;
      font-size: 0.65rem;
    }
  }

  @media (forced-colors: active) {
    .avatar,
    .reaction[aria-pressed='true'],
    .send {
      border: 2px solid;
      forced-color-adjust: auto;
    }

    .reaction[aria-pressed='true'] {
      border-color: Highlight;
    }
  }

  @media print {
    .foot,
    .writing,
    .more-row {
      display: none;
    }

    .slab {
      content-visibility: visible;
    }
  }
`;
