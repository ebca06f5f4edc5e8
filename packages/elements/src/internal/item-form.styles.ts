import {css} from 'lit';

/** Of the form in which one says what an item is. */
export const itemFormStyles = css`
  .about {
    display: grid;
    gap: 0.3rem;
  }

  .about .hint {
    flex: none;
  }

  .about .hint:empty {
    display: none;
  }

  .about .field-label {
    margin-block-start: 0.4rem;
  }

  .about textarea.field {
    min-block-size: 4.5rem;
  }

  .about .composer-foot {
    margin-block-start: 0.6rem;
  }

  .about .action {
    min-block-size: 2.25rem;
  }
`;
