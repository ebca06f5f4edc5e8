import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ReadableAtom} from 'nanostores';

/** Re-renders its host when a store changes. The store may come late or be swapped. */
export class StoreController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #store: ReadableAtom<Value> | undefined;
  #connected = false;
  #unlisten: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Current value, or `undefined` while there is no store. */
  get value(): Value | undefined {
    return this.#store?.get();
  }

  set store(store: ReadableAtom<Value> | undefined) {
    if (store === this.#store) return;
    this.#stop();
    this.#store = store;
    this.#start();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#start();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop();
  }

  #start(): void {
    if (this.#connected) this.#unlisten ??= this.#store?.listen(() => this.#host.requestUpdate());
  }

  #stop(): void {
    this.#unlisten?.();
    this.#unlisten = undefined;
  }
}
