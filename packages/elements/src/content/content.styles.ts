import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-block-size: 6rem;
    line-height: 1.5;
  }

  .content {
    display: grid;
    gap: 0.9rem;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--social-content-column, 20rem)), 1fr));
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .card {
    display: flex;
    gap: 0.75rem;
    min-inline-size: 0;
    padding: 0.9rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .card-body {
    display: grid;
    gap: 0.2rem;
    align-content: start;
    min-inline-size: 0;
  }

  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_accent) 10%, transparent);
    color: var(--_accent);
  }

  .open {
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .open:hover {
    text-decoration: underline;
  }

  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow-wrap: anywhere;
  }

  .description {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .skills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.85em;
  }

  .skills li,
  .badge {
    padding: 0 0.5rem;
    border: 1px solid var(--_border);
    border-radius: 1rem;
  }

  .player,
  .picture {
    display: block;
    inline-size: 100%;
    border-radius: var(--_radius);
  }

  video.player {
    max-block-size: 70vh;
    background: #000;
  }

  .picture {
    inline-size: auto;
    max-inline-size: 100%;
    max-block-size: 70vh;
  }

  .speed {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
    font-size: 0.9em;
  }

  .speed .field {
    inline-size: auto;
    min-block-size: 2rem;
    padding: 0.15rem 0.5rem;
  }

  .download {
    display: inline-block;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  .link {
    color: var(--_accent);
    overflow-wrap: anywhere;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
  }
`;
