import type {Client} from '@social-learning/sdk';
import {createElement, type ReactNode} from 'react';
import {ProviderElement} from './generated/provider.ts';
import {ClientContext} from './use-client.ts';

/** What the elements and hooks inside use. */
export interface ProviderProps {
  /** Made once, outside of components, by `createClient`. */
  readonly client: Client;
  /** Slug of the space of the elements inside. Default: the organisation's. */
  readonly space?: string;
  readonly children?: ReactNode;
}

/** Gives one client, and with it one person and one live connection, to the elements and hooks inside. */
export function Provider({client, space, children}: ProviderProps): ReactNode {
  return createElement(ClientContext, {value: client}, createElement(ProviderElement, {client, ...(space !== undefined && {space})}, children));
}
