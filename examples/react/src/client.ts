import {createClient, httpBackend} from '@social-learning/sdk';

export const client = createClient({
  backend: httpBackend({
    url: 'http://localhost:4400',
    getToken: async () => {
      const response = await fetch('http://localhost:4400/demo/token?person=lucia', {method: 'POST'});
      return ((await response.json()) as {token: string}).token;
    },
  }),
});
