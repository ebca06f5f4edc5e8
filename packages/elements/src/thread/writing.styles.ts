import {css} from 'lit';

/** How one writes a post: its toolbar, its preview, whom one mentions, and what it said before. */
export const writingStyles = css`
  .composer-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }

  .steps {
    justify-self: start;
    border-color: var(--_border);
  }

  .steps[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    font-weight: 600;
  }

  .tabs,
  .tools {
    position: relative;
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.1rem;
  }

  .tools[hidden] {
    display: none;
  }

  .tab,
  .tool,
  .glyph {
    min-block-size: 1.9rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
  }

  .tab {
    padding: 0.1rem 0.7rem;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .tab[aria-selected='true'] {
    color: inherit;
    font-weight: 600;
    box-shadow: inset 0 -2px var(--_accent);
  }

  .tool {
    display: grid;
    place-items: center;
    inline-size: 1.9rem;
    padding: 0;
    color: var(--_quiet);
  }

  .tool:hover,
  .tab:hover,
  .glyph:hover {
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    color: inherit;
  }

  .preview {
    min-block-size: 6rem;
    padding: 0.6rem 0.75rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .preview[hidden] {
    display: none;
  }

  .people-picker {
    position: relative;
  }

  .people-options {
    position: absolute;
    z-index: 2;
    inset-inline-start: 0;
    inline-size: min(20rem, 100%);
    margin: 0.2rem 0 0;
    padding: 0.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
    list-style: none;
  }

  .person-option {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    min-block-size: 2.1rem;
    padding: 0.2rem 0.5rem;
    border-radius: calc(var(--_radius) - 2px);
    cursor: pointer;
  }

  .person-option[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .person-option .avatar {
    --_avatar: 1.6rem;
    position: relative;
    inset: auto;
  }

  .emoji {
    position: absolute;
    z-index: 2;
    inset-block-start: 100%;
    inset-inline-end: 0;
    display: grid;
    gap: 0.4rem;
    inline-size: min(18rem, 80vi);
    padding: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }

  .glyphs {
    display: flex;
    flex-wrap: wrap;
    max-block-size: 11rem;
    overflow-y: auto;
  }

  .glyph {
    inline-size: 2rem;
    padding: 0;
    font-size: 1.2rem;
    line-height: 1;
  }

  .new {
    color: var(--_accent);
    font-weight: 600;
  }

  .similar ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .similar li {
    overflow-wrap: anywhere;
  }

  .similar a {
    color: var(--_accent);
  }

  .history {
    display: grid;
    justify-items: start;
    gap: 0.4rem;
    margin-block: 0.5rem;
    padding-inline: 0.9rem;
    border-inline-start: 3px solid var(--_border);
  }

  .revisions {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .revision {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .revision ins {
    background: color-mix(in srgb, var(--_positive) 16%, transparent);
    text-decoration: underline;
  }

  .revision del {
    background: color-mix(in srgb, var(--_critical) 14%, transparent);
    text-decoration: line-through;
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'],
    .person-option[aria-selected='true'] {
      outline: 2px solid;
      outline-offset: -2px;
    }

    .people-options,
    .emoji {
      border-width: 2px;
    }
  }
`;
