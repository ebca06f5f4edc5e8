import type {Backend} from './backend.ts';

/** How a page reaches its backend, where it does not hand over a backend of its own. */
export interface Configuration {
  /** A backend, or the address of one that speaks the contract. */
  readonly backend?: Backend | string;
  /** An address on the host page's server that answers `{"token": "..."}`; asked by `POST` with the page's own cookies. */
  readonly tokenEndpoint?: string;
  /** Asks for a host token, instead of `tokenEndpoint`; `null` when nobody is signed in. */
  readonly getToken?: () => Promise<string | null>;
  /** The slug of the space, where an element names none. Default: the organisation's. */
  readonly space?: string;
  /** The language (BCP 47) of the elements. Default: that of the place where they stand. */
  readonly lang?: string;
}
