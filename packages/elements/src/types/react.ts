import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {JsxElements} from './tags.ts';

type Every = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends JsxElements<Every, 'on'> {}
  }
}
