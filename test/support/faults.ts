import type {Exchange, Fault} from './proxy.ts';

/** Where a request can be cut, from before the server hears of it to after the browser has heard of its answer. */
export const cuts = {
  'before the request arrives': exchange => exchange.cut(),
  'after half of the request': async exchange => {
    const {request, headLength} = exchange;
    await exchange.begin(request.subarray(0, headLength + Math.ceil((request.length - headLength) / 2)));
    exchange.cut();
  },
  'after the server has committed, before its answer': async exchange => {
    await exchange.send(exchange.request);
    exchange.cut();
  },
  'after half of the answer': async exchange => {
    const answer = await exchange.send(exchange.request);
    await exchange.reply(answer.subarray(0, Math.ceil(answer.length / 2)));
    exchange.cut();
  },
  'after the answer': async exchange => {
    await exchange.reply(await exchange.send(exchange.request));
    exchange.cut();
  },
} satisfies Record<string, Fault>;

/** Sends everything twice at once. */
export const twice: Fault = async exchange => {
  const [answer] = await Promise.all([exchange.send(exchange.request), exchange.send(exchange.request)]);
  await exchange.reply(answer);
  exchange.cut();
};

/** Answers in the server's place that the access token has expired. */
export const expired: Fault = async exchange => {
  const body = JSON.stringify({type: 'about:blank', title: 'Expired', status: 401, code: 'token-expired', detail: 'The access token has expired.'});
  await exchange.reply(Buffer.from(
    `HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  ));
};

/** A fault that keeps a request until it is let go. */
export interface Hold {
  readonly fault: Fault;
  /** Settles when there is a request in it. */
  readonly held: Promise<void>;
}

/** Holds a request for good: before the server hears of it, or after the server has acted. */
export function hold(where: 'before' | 'after'): Hold {
  const {promise: held, resolve: take} = Promise.withResolvers<undefined>();
  const fault = async (exchange: Exchange) => {
    if (where === 'after') await exchange.send(exchange.request);
    take(undefined);
  };
  return {fault, held};
}
