import type {ElementEvents, ElementProperties} from '../generated/element-types.ts';

export type Tag = keyof ElementProperties;

/** What one writes at a tag in a template: what every tag of the framework takes, and what this one takes. */
export type Props<Name extends Tag, Every> = Omit<Every, keyof ElementProperties[Name]> & ElementProperties[Name];

/** Its listeners, under the name that the framework gives them. */
export type Listeners<Name extends Tag, Before extends string> = {
  [Event in keyof ElementEvents[Name] & string as `${Before}${Event}`]?: (event: ElementEvents[Name][Event]) => void;
};

/** The tags of a framework whose templates are JSX. */
export type JsxElements<Every, Before extends string> = {[Name in Tag]: Props<Name, Every> & Listeners<Name, Before>};
