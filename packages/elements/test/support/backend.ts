import {httpBackend, type Backend} from '@social-learning/sdk';

/** Where the real server is, which the tests' own server started. */
export async function backendUrl(): Promise<string> {
  const {url, error} = (await (await fetch('/__backend.json')).json()) as {url?: string; error?: string};
  if (!url) throw new Error(`The server did not start: ${error}`);
  return url;
}

/** The real server as one of its sample people uses it; `null` for a guest. */
export async function backendAs(person: string | null, fetcher?: typeof fetch): Promise<Backend> {
  const url = await backendUrl();
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
