import type {HTMLAttributes} from 'vue';
import type {ElementClasses, ElementEvents} from '../generated/element-types.ts';
import type {Listeners, Props, Tag} from './tags.ts';

/** An element as Vue's template compiler sees a component. */
type VueElement<Name extends Tag, Every> = new () => ElementClasses[Name] & {
  $props: Props<Name, Every> & Listeners<Name, 'on'>;
  $emit: <Event extends keyof ElementEvents[Name]>(name: Event, event: ElementEvents[Name][Event]) => void;
};

type VueElements<Every> = {[Name in Tag]: VueElement<Name, Every>};

declare module 'vue' {
  interface GlobalComponents extends VueElements<HTMLAttributes> {}
}
