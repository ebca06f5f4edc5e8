/** Puts an element into the states that hold, and takes it out of those that do not (`:state()`, WHATWG HTML). */
export function setStates({states}: ElementInternals, holds: Readonly<Record<string, boolean>>): void {
  for (const [name, on] of Object.entries(holds)) {
    if (on) states.add(name);
    else states.delete(name);
  }
}
