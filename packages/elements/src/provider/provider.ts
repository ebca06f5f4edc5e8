import {clientOf, configuration, onConfigure, type Client, type Configuration} from '@social-learning/sdk';
import {LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {ProviderChangedEvent} from './provider.events.ts';

/**
 * Says for the elements inside it which backend, which person and which space they use.
 *
 * @summary Backend, identity and space for the elements inside.
 * @tag sl-provider
 *
 * @slot - The part of the page that it holds for.
 *
 * @event {ProviderChangedEvent} sl-provider-changed - The elements inside use another backend, person or space from now on.
 */
export class Provider extends LitElement {
  /** Address of the backend. Default: the page's, which is where `sl.js` came from. */
  @property() backend?: string;

  /** Address on the host's server that answers `{"token": "..."}`, asked by `POST` with the page's own cookies. */
  @property({attribute: 'token-endpoint'}) tokenEndpoint?: string;

  /** Slug of the space of the elements inside. Default: the organisation's. */
  @property() space?: string;

  /** Asks for a host token, instead of `token-endpoint`. `null` when nobody is signed in. */
  @property({attribute: false}) getToken?: () => Promise<string | null>;

  #client: Client | undefined;
  /** What the client was made of; `page` for one that the page brought. */
  #madeOf: readonly unknown[] | 'page' = [];
  #stop: (() => void) | undefined;

  /** The client of the elements inside. Set it to bring one of your own. */
  get client(): Client | undefined {
    if (this.#madeOf === 'page') return this.#client;
    const backend = this.backend ?? configuration().backend;
    const getToken = this.getToken ?? configuration().getToken;
    const tokenEndpoint = this.tokenEndpoint ?? configuration().tokenEndpoint;
    const madeOf = [backend, tokenEndpoint, Boolean(getToken)];
    if (!this.#client || madeOf.some((part, index) => part !== this.#madeOf[index])) {
      this.#client?.close();
      // Asked late: the page may put another function there.
      const ask = () => (this.getToken ?? configuration().getToken ?? nobody)();
      const parts: Configuration = {...(backend !== undefined && {backend}), ...(tokenEndpoint && {tokenEndpoint}), ...(getToken && {getToken: ask})};
      this.#client = clientOf(parts);
      this.#madeOf = madeOf;
    }
    return this.#client;
  }

  set client(client: Client | undefined) {
    this.#client = client;
    this.#madeOf = 'page';
    this.dispatchEvent(new ProviderChangedEvent());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onConfigure(() => this.dispatchEvent(new ProviderChangedEvent()));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.size > 0) this.dispatchEvent(new ProviderChangedEvent());
    if (changes.get('getToken')) void this.#client?.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    // One that is only moved is back by then. One that is gone must not go on sending for those who come after it.
    queueMicrotask(() => {
      if (this.isConnected || this.#madeOf === 'page') return;
      this.#client?.close();
      this.#client = undefined;
      this.#madeOf = [];
    });
  }
}

const nobody = () => Promise.resolve(null);

declare global {
  interface HTMLElementTagNameMap {
    'sl-provider': Provider;
  }
}
