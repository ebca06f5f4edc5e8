import type {Client} from '@social-learning/sdk';
import {createContext, useContext} from 'react';

/** The client of the nearest provider. */
export const ClientContext = createContext<Client | undefined>(undefined);

/** The client that the provider around was given, for stores and acts of your own. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('There is no client here. Put a <Provider client={…}> around this component.');
  return client;
}
