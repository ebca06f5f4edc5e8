import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import type {Server} from 'node:http';
import type {App} from '../app.ts';
import {StartError} from '../internal/start-error.ts';
import {openRawStream} from './raw-sink.ts';

/** How to listen. */
export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Answers what is not the app's: files, the demo. `undefined` passes a request on to the app. */
  readonly before?: (request: Request) => Promise<Response | undefined> | Response | undefined;
}

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** Stops taking requests, lets those under way end for a moment, and ends the rest. */
  close(): Promise<void>;
}

/** Serves an app by HTTP. Throws a {@link StartError} where the port is taken or not allowed. */
export async function serve(app: Pick<App, 'fetch'>, {port, host = '127.0.0.1', before}: ServeOptions): Promise<Serving> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, bindings) =>
      (await before?.(request)) ?? app.fetch(request, openRawStream((bindings as HttpBindings).outgoing)),
  }) as Server;
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 1_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
    case 'EACCES':
      return new StartError(`Port ${port} may not be used without more rights. Choose another port with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}. Choose another with --host.`);
    default:
      return error;
  }
}
