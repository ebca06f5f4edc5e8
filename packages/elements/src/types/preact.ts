import type {HTMLAttributes} from 'preact';
import type {JsxElements} from './tags.ts';

type Every = HTMLAttributes<HTMLElement>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements<Every, 'on'> {}
  }
}
