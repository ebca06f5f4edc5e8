import type {JSX as Solid} from 'solid-js';
import type {JsxElements} from './tags.ts';

type Every = Solid.HTMLAttributes<HTMLElement>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements<Every, 'on:'> {}
  }
}
