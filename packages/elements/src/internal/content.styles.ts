import {css} from '@lit/reactive-element/css-tag.js';

/** How the text of a person looks, wherever it stands; see `content.ts`. */
export const contentStyles = css`
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

  .body img[data-file] {
    display: block;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .mention {
    padding: 0 0.25em;
    border-radius: 0.3em;
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .code {
    position: relative;
  }

  .code > .action {
    position: absolute;
    inset-block-start: 0.25rem;
    inset-inline-end: 0.25rem;
    background: Canvas;
    color: var(--_quiet);
  }

  .code[data-language]::before {
    content: attr(data-language);
    color: var(--_quiet);
    font-size: 0.8em;
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
`;
