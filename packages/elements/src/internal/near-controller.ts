import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether a host that was connected in this task looks by itself where it is. */
let isLooking = false;

/** Tells when its host has come near the viewport, so that what nobody sees costs nothing. */
export class NearController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: IntersectionObserver;

  /** Whether the host has been near since it was connected. */
  wasNear = false;

  #wasShown = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new IntersectionObserver(
      entries => {
        if (entries.some(({isIntersecting}) => isIntersecting)) this.come();
      },
      {rootMargin: '100% 0px'},
    );
    host.addController(this);
  }

  /** Takes the host to be near, as when somebody asks for something in it. */
  come(): void {
    this.#observer.disconnect();
    this.wasNear = true;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (this.#wasShown) this.#observe();
    else if (!isLooking) this.#look();
  }

  /** The first one of a page is shown without waiting for a frame. Before the others something is to be in it: empty ones stand at one place. */
  #look(): void {
    isLooking = true;
    setTimeout(() => (isLooking = false));
    queueMicrotask(() => {
      const {top, bottom, width} = this.#host.getBoundingClientRect();
      if (width > 0 && top < 2 * innerHeight && bottom > -innerHeight) this.come();
    });
  }

  hostUpdated(): void {
    if (this.#wasShown) return;
    this.#wasShown = true;
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.wasNear = false;
  }

  #observe(): void {
    if (!this.wasNear && this.#host.isConnected) this.#observer.observe(this.#host);
  }
}
