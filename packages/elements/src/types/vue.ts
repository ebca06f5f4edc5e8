import type {HTMLAttributes} from 'vue';
import type {ElementClasses, ElementEvents} from '../generated/element-types.ts';
import type {Props, Tag} from './tags.ts';

/** `sl-post-sent` is heard as `onSlPostSent`. */
type Camel<Name extends string> = Name extends `${infer Start}-${infer Rest}` ? `${Capitalize<Start>}${Camel<Rest>}` : Capitalize<Name>;

type Listeners<Name extends Tag> = {
  [Event in keyof ElementEvents[Name] & string as `on${Camel<Event>}`]?: (event: ElementEvents[Name][Event]) => void;
};

/** An element as Vue's template compiler sees a component. */
type VueElement<Name extends Tag, Every> = new () => ElementClasses[Name] & {
  $props: Props<Name, Every> & Listeners<Name>;
  $emit: <Event extends keyof ElementEvents[Name]>(name: Event, event: ElementEvents[Name][Event]) => void;
};

type VueElements<Every> = {[Name in Tag]: VueElement<Name, Every>};

declare module 'vue' {
  interface GlobalComponents extends VueElements<HTMLAttributes> {}
}
