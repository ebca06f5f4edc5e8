import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ReadableAtom} from 'nanostores';

/** Milliseconds for which a change may wait for others. */
const pause = 200;

/** Re-renders its host when a store changes. The store may come late or be swapped. */
export class StoreController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #store: ReadableAtom<Value> | undefined;
  #connected = false;
  #unlisten: (() => void) | undefined;
  readonly #mayWait: (value: Value, before: Value) => boolean;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param mayWait Whether a change may be shown with others that come right after it. Default: none may. */
  constructor(host: ReactiveControllerHost, mayWait: (value: Value, before: Value) => boolean = () => false) {
    this.#host = host;
    this.#mayWait = mayWait;
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
    if (this.#connected) this.#unlisten ??= this.#store?.listen((value, before) => (this.#mayWait(value as Value, before as Value) ? this.#wait() : this.#host.requestUpdate()));
  }

  #wait(): void {
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined;
      this.#host.requestUpdate();
    }, pause);
  }

  #stop(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#unlisten?.();
    this.#unlisten = undefined;
  }
}
