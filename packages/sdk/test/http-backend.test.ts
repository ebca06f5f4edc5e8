import assert from 'node:assert/strict';
import {test} from 'node:test';
import {httpBackend} from '@social-learning/sdk';

test('a host token whose answer was lost may have arrived, and is not sent again', async () => {
  const sent: unknown[] = [];
  let asked = 0;
  const backend = httpBackend({
    url: 'https://backend.example',
    getToken: () => Promise.resolve(`token ${++asked}`),
    fetch: (_address, init) => {
      sent.push(JSON.parse(String(init!.body)));
      return Promise.reject(new TypeError('The connection was cut.'));
    },
  });
  for (let time = 0; time < 2; time++) await assert.rejects(backend.call('me.read', {}), {code: 'network'});
  assert.deepEqual(sent, [{token: 'token 1'}, {token: 'token 2'}]);
});
