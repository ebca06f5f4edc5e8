import type {Me, Output} from '@social-learning/protocol';

/** A session with the backend: what to send, and for whom. */
export interface Session {
  readonly accessToken: string;
  readonly me: Me;
}

/** Keeps the one session of a page: asks the page for a host token, exchanges it, and renews it before it ends. */
export interface SessionKeeper {
  /** The session in force, if there is one already. */
  readonly current: Session | undefined;
  /** A session that is good for a while, or `undefined` for a guest. One renewal is under way at most. */
  get(): Promise<Session | undefined>;
  /** Forgets a session that the backend refused, or with `undefined` that nobody was signed in. */
  drop(session: Session | undefined): void;
}

/** Milliseconds for which a page that gave no token is taken for a guest's before it is asked again. */
const guestFor = 60_000;

/** Milliseconds before its end at which a session is renewed. */
const margin = 30_000;

/**
 * @param getToken Asks the page for a host token; `null` means that nobody is signed in.
 * @param exchange Exchanges it at the backend.
 * @param now The client's clock. Only spans are taken from it: a clock that is a day off does no harm.
 */
export function createSessionKeeper(
  getToken: () => Promise<string | null>,
  exchange: (token: string) => Promise<Output<'session.create'>>,
  now: () => number,
): SessionKeeper {
  let current: Session | undefined;
  let until = 0;
  let renewal: Promise<Session | undefined> | undefined;

  const renew = async () => {
    const token = await getToken();
    if (token === null) {
      current = undefined;
      until = now() + guestFor;
      return undefined;
    }
    const {accessToken, expiresAt, me} = await exchange(token);
    current = {accessToken, me};
    until = now() + Date.parse(expiresAt) - Date.parse(me.serverTime) - margin;
    return current;
  };

  return {
    get current() {
      return now() < until ? current : undefined;
    },
    get() {
      if (now() < until) return Promise.resolve(current);
      return (renewal ??= renew().finally(() => (renewal = undefined)));
    },
    drop(session) {
      if (session !== current) return;
      current = undefined;
      until = 0;
    },
  };
}
