import {css} from 'lit';

export const peopleFieldStyles = css`
  .people {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    padding: 0.35rem 0.5rem;
    cursor: text;
  }

  .people:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .people > input {
    flex: 1 1 8rem;
    min-inline-size: 0;
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    border: 0;
    outline: 0;
    box-shadow: none;
    background: none;
  }

  .chip {
    --_avatar: 1.35rem;

    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    max-inline-size: 100%;
    padding: 0.15rem 0.6rem 0.15rem 0.2rem;
    padding-inline: 0.2rem 0.6rem;
    border-radius: 1rem;
    background: color-mix(in srgb, currentColor 8%, transparent);
    font-size: 0.925em;
  }

  .unchoose {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-inline-end: -0.45rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    font-size: 0.8em;
  }

  .unchoose:hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }

  .options {
    max-block-size: 13rem;
    overflow-y: auto;
    margin: 0;
    padding: 0.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  .options[hidden] {
    display: none;
  }

  .option {
    --_avatar: 1.6rem;

    display: flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.3rem 0.5rem;
    border-radius: calc(var(--_radius) * 0.7);
    cursor: pointer;
  }

  .option:hover {
    background: var(--_surface);
  }

  .option[aria-selected='true'] {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    outline: 1px solid var(--_accent);
    outline-offset: -1px;
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
    }

    .chip {
      border: 1px solid;
    }
  }
`;
