import {httpBackend, type Backend} from '@social-learning/sdk';

/** Where the real server is, which the tests' own server started. */
export async function backendUrl(): Promise<string> {
  const {url, error} = (await (await fetch('/__backend.json')).json()) as {url?: string; error?: string};
  if (!url) throw new Error(`The server did not start: ${error}`);
  return url;
}

let turn = 0;

/**
 * The real server as one of its sample people uses it; `null` for a guest. They come by one name of this machine and the other in
 * turns: a page has six connections to a name, and several people with a live feed each stand on it here.
 */
export async function backendAs(person: string | null, fetcher?: typeof fetch): Promise<Backend> {
  const url = (await backendUrl()).replace('127.0.0.1', turn++ % 2 === 0 ? '127.0.0.1' : 'localhost');
  return httpBackend({
    url,
    timeout: 5_000,
    ...(fetcher && {fetch: fetcher}),
    getToken: async () => {
      if (person === null) return null;
      const response = await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'});
      return ((await response.json()) as {token: string}).token;
    },
  });
}
