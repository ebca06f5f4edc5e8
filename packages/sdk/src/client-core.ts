import type {EndpointName, Input, Me, Output} from '@social-learning/protocol';
import type {ReadableAtom} from 'nanostores';
import type {Backend, CallOptions} from './backend.ts';
import type {Environment} from './environment.ts';
import type {SocialLearningError} from './errors.ts';
import type {LiveFeed} from './live-feed.ts';
import type {Outbox} from './outbox.ts';

/** Who uses the page. `me` stays while it is read anew; its `person` is `null` for a guest. */
export interface MeState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly me?: Me;
  readonly error?: SocialLearningError;
}

/** What every store needs of the client that it belongs to. */
export interface ClientCore {
  readonly backend: Backend;
  readonly environment: Environment;
  /** Who uses the page; read with the first listener. */
  readonly $me: ReadableAtom<MeState>;
  /** Who uses the page, as far as it is known. */
  readonly me: Me | undefined;
  readonly feed: LiveFeed;
  /** Organisation and person, as one text: whose outbox and drafts these are. */
  readonly owner: string;
  /** Calls an endpoint and checks the shape of the answer; of more posts of a thread than were asked for, it lets the rest pass. Rejects with a `SocialLearningError`. */
  call<Name extends EndpointName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
  /** Whether the backend has an endpoint. */
  can(name: EndpointName): boolean;
  /** The outbox of whoever is signed in; loaded when it is first needed. */
  outbox(): Promise<Outbox | undefined>;
  /** The one thing of a name that is shared by all who ask for it; made for the first. */
  share<Thing>(name: string, make: () => Thing): Thing;
  /** The server's time in milliseconds, as well as it is known. */
  serverNow(): number;
}
