/**
 * Registers an element under `prefix-name`. An anonymous subclass for each definition lets one class stand under several
 * prefixes and in several registries. A tag that is taken already is left alone.
 */
export function define(
  name: string, element: CustomElementConstructor, {prefix = 'sl', registry = customElements}: DefineOptions = {},
): void {
  const tag = `${prefix}-${name}`;
  if (!registry.get(tag)) {
    registry.define(tag, class extends element {});
    return;
  }
  const registered = registry.get(tag);
  if (registered === element || Object.getPrototypeOf(registered) === element) return;
  console.warn(`<${tag}> is defined already by something else. Choose another prefix: defineAll({prefix: 'learn'}).`);
}

/** Where and under what prefix an element is registered. */
export interface DefineOptions {
  /** Default `sl`. */
  readonly prefix?: string;
  /** Default: the page's registry. */
  readonly registry?: CustomElementRegistry;
}
