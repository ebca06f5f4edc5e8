import type {ReactiveControllerHost} from 'lit';
import {setStates} from './element-states.ts';
import {languageOf, onLanguage, runsRightToLeft, useLanguage} from './locale.ts';

/** Keeps an element in the language of its place, also when that changes: its words, and the direction in which they run. Gives its internals back. */
export function followLanguage(host: ReactiveControllerHost & HTMLElement, internals: ElementInternals): ElementInternals {
  const follow = () => {
    void useLanguage(languageOf(host));
    host.requestUpdate();
  };
  const observer = new MutationObserver(follow);
  let stop: (() => void) | undefined;
  host.addController({
    hostConnected() {
      // A page that changes its language says so on its root element.
      for (const place of [host, document.documentElement]) observer.observe(place, {attributeFilter: ['lang', 'dir']});
      stop = onLanguage(() => host.requestUpdate());
      follow();
    },
    hostDisconnected() {
      observer.disconnect();
      stop?.();
    },
    hostUpdate: () => setStates(internals, {rtl: runsRightToLeft(host)}),
  });
  return internals;
}
