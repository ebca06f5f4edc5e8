import {createComponent, type EventName, type ReactWebComponent} from '@lit/react';
import {define} from '@social-learning/elements';
import * as react from 'react';

/** A React component of one of our elements, which is registered where there are elements: not on a server. */
export function componentOf<Element extends HTMLElement, Events extends Record<string, EventName> = Record<never, never>>(
  name: string, elementClass: new () => Element, events: Events,
): ReactWebComponent<Element, Events> {
  if (typeof customElements !== 'undefined') define(name, elementClass);
  return createComponent<Element, Events>({react, tagName: `sl-${name}`, elementClass, events, displayName: elementClass.name});
}
