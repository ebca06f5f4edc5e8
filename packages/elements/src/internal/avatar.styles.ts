import {css} from '@lit/reactive-element/css-tag.js';

/** The initials of a person in a circle, and the picture over them. */
export const avatarStyles = css`
  .avatar {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar, 2.1rem);
    block-size: var(--_avatar, 2.1rem);
    border-radius: 50%;
    background: hsl(var(--_hue, 210) 45% 31%);
    color: white;
    font-size: calc(var(--_avatar, 2.1rem) * 0.38);
    font-weight: 600;
    line-height: 1;
    user-select: none;
  }

  .avatar > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: inherit;
    object-fit: cover;
  }

  .avatar > img:not(.there) {
    opacity: 0;
  }

  [data-hue='0'] { --_hue: 0; }
  [data-hue='1'] { --_hue: 25; }
  [data-hue='2'] { --_hue: 45; }
  [data-hue='3'] { --_hue: 90; }
  [data-hue='4'] { --_hue: 140; }
  [data-hue='5'] { --_hue: 165; }
  [data-hue='6'] { --_hue: 190; }
  [data-hue='7'] { --_hue: 215; }
  [data-hue='8'] { --_hue: 245; }
  [data-hue='9'] { --_hue: 275; }
  [data-hue='10'] { --_hue: 300; }
  [data-hue='11'] { --_hue: 335; }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid;
    }
  }
`;
