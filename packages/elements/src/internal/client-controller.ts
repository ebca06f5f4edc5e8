import {configuration, onConfigure, pageClient, type Client} from '@social-learning/sdk';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Provider} from '../provider/provider.ts';
import {nearest} from './nearest.ts';

/** An element that may be told which client and which space it is of. */
interface Host extends ReactiveControllerHost, HTMLElement {
  readonly client?: Client;
  readonly space?: string;
}

/** Finds the client and the space of its host: its own, those of the nearest provider around it, or else the page's. */
export class ClientController implements ReactiveController {
  readonly #host: Host;
  #provider: Provider | undefined;
  #stop: (() => void) | undefined;
  #waiting = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The client; `undefined` while a provider is on its way, or where nothing names a backend. */
  get client(): Client | undefined {
    if (this.#host.client) return this.#host.client;
    if (this.#waiting) return undefined;
    return this.#provider ? this.#provider.client : pageClient();
  }

  /** Whether there is nothing to wait for, and still no backend. */
  get missing(): boolean {
    return !this.#waiting && !this.client;
  }

  /** Slug of the space; `undefined` for the organisation's default. */
  get space(): string | undefined {
    return this.#host.space ?? (this.#provider ? this.#provider.space : configuration().space);
  }

  hostConnected(): void {
    const provider = providerAround(this.#host);
    if (!provider) {
      this.#stop = onConfigure(() => this.#host.requestUpdate());
      return;
    }
    this.#waiting = true;
    void customElements.whenDefined(provider.localName).then(() => {
      if (!this.#host.isConnected) return;
      customElements.upgrade(provider);
      const update = () => this.#host.requestUpdate();
      this.#provider = provider as Provider;
      this.#waiting = false;
      provider.addEventListener('sl-provider-changed', update);
      this.#stop = () => provider.removeEventListener('sl-provider-changed', update);
      update();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#provider = undefined;
  }
}

/** The nearest provider with the prefix of this element, through shadow roots. */
function providerAround(element: HTMLElement): Element | null {
  // A prefix may have hyphens, and so may a name.
  const words = element.localName.split('-');
  const tag = words.slice(1).map((_, index) => `${words.slice(0, index + 1).join('-')}-provider`).join();
  return nearest(element, tag);
}
