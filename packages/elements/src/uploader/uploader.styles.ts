import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    line-height: 1.5;
  }

  .uploader {
    display: grid;
    gap: 0.9rem;
  }

  .drop {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 1.5rem 1rem;
    border: 2px dashed var(--_border);
    border-color: color-mix(in srgb, currentColor 40%, transparent);
    border-radius: calc(var(--_radius) * 1.5);
    text-align: center;
  }

  .drop[data-over] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5rem;
  }

  .limits {
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_quiet);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .uploads {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .upload,
  .panel {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
    padding: 0.9rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .upload-head,
  .upload-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
  }

  .upload-head {
    justify-content: space-between;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  progress {
    inline-size: 100%;
    block-size: 0.6rem;
    accent-color: var(--_accent);
  }

  .panel video {
    inline-size: 100%;
    max-block-size: 20rem;
    border-radius: var(--_radius);
    background: #000;
  }

  .clock {
    font-variant-numeric: tabular-nums;
  }

  details > summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    color: var(--_accent);
    cursor: pointer;
  }

  input[type='file'].pick {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
