import {Refusal} from './refusal.ts';
import type {Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';

/** Says who asks. */
export interface Gate {
  /** @param authorization The header of this name. Throws a refusal for a token that is not good, and where no organisation is served. */
  enter(authorization: string | null, registered: string | undefined): Promise<Caller>;
  /** Counts a stream of the caller; gives the way to count it off. Throws `rate-limited` for one too many. */
  countStream(caller: Caller): () => void;
}

/** @param options.streamsPerPerson Guests are not counted: they cannot be told from each other. */
export function createGate({accessTokens, directory, standings}: Services, options: {readonly streamsPerPerson: number}): Gate {
  const streams = new Map<string, number>();
  return {
    async enter(authorization, registered) {
      if (authorization === null) {
        const id = registered ?? (await directory.defaultId());
        const organisation = id === undefined ? undefined : await directory.byId(id);
        if (!organisation) throw new Refusal('unauthenticated', 'This page belongs to no organisation that is served here.');
        return {organisation, standing: undefined};
      }
      const token = /^Bearer ([\w.~+/-]+)$/i.exec(authorization)?.[1];
      if (token === undefined) throw new Refusal('token-invalid', 'The Authorization header must hold one bearer token.');
      const {organisation: id, person} = await accessTokens.read(token);
      const [organisation, standing] = await Promise.all([directory.byId(id), standings.of(id, person)]);
      if (!organisation || !standing) throw new Refusal('token-invalid', 'The access token is not one of ours. Sign in again.');
      if (standing.state !== 'active') throw new Refusal('forbidden', 'This account is suspended.');
      return {organisation, standing};
    },
    countStream({organisation, standing}) {
      if (!standing) return () => undefined;
      const person = `${organisation.id} ${standing.person.id}`;
      const count = streams.get(person) ?? 0;
      if (count >= options.streamsPerPerson) {
        throw new Refusal('rate-limited', 'Too many pages of yours listen already. Close some.', {retryAfter: 5});
      }
      streams.set(person, count + 1);
      let counted = true;
      return () => {
        if (!counted) return;
        counted = false;
        const left = streams.get(person)! - 1;
        if (left > 0) streams.set(person, left);
        else streams.delete(person);
      };
    },
  };
}
