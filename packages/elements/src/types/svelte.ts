import type {HTMLAttributes} from 'svelte/elements';
import type {JsxElements} from './tags.ts';

type Every = HTMLAttributes<HTMLElement>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends JsxElements<Every, 'on'> {}
}
