import type {Configuration} from './configuration.ts';

let defaults: Configuration = {};

/** Says what a page uses that says nothing itself. For the loader, which is there before the rest of the SDK. */
export function setPageDefaults(configuration: Configuration): void {
  defaults = configuration;
}

/** What was said by {@link setPageDefaults}. */
export function pageDefaults(): Configuration {
  return defaults;
}
