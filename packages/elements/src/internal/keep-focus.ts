import type {LitElement} from 'lit';

const focusable = 'button:not([disabled]), a[href], input:not([disabled]), select, textarea, summary, [tabindex]';

/** Leaves the focus on what now stands where an update has taken away what had it, so that it never falls to the page. */
export function keepFocus(host: LitElement): void {
  const stops = () => [...host.renderRoot.querySelectorAll<HTMLElement>(focusable)].filter(stop => stop.checkVisibility());
  let held: Element | null = null;
  let before: readonly HTMLElement[] = [];
  host.addController({
    hostUpdate() {
      held = host.shadowRoot?.activeElement ?? null;
      before = held ? stops() : [];
    },
    hostUpdated() {
      if (!held || host.shadowRoot!.activeElement) return;
      const now = stops();
      const last = before.slice(0, before.indexOf(held as HTMLElement)).findLast(stop => now.includes(stop));
      const next = last ? now[now.indexOf(last) + 1] ?? last : now[0];
      next?.focus({preventScroll: true});
    },
  });
}
