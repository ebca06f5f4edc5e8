import assert from 'node:assert/strict';
import {test} from 'node:test';
import {backendTests} from '@social-learning/backend-kit';
import {defineBackend, type Backend} from '@social-learning/sdk';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';

const people = {
  ann: {id: '01920000-0000-7000-8000-00000000000a', name: 'Ann', picture: null},
  bob: {id: '01920000-0000-7000-8000-00000000000b', name: 'Bob', picture: null},
  guest: null,
};

const array = new ArrayBackend();
for (const {name, skipped, run} of await backendTests({backendAs: who => array.as(people[who])})) {
  test(`a backend over an array ${name}`, {skip: skipped ?? false}, run);
}

/** The array backend with one promise broken. */
function broken(change: (backend: Backend) => Partial<Backend>): Backend {
  const backend = new ArrayBackend().as(people.ann);
  return {...backend, ...change(backend)};
}

test('a backend that posts twice for one key is found out', async () => {
  const forgetful = broken(backend => ({
    call: (name, input, options) => backend.call(name, input, name === 'posts.create' ? {...options, key: crypto.randomUUID().replace(/^(.{14})./, '$17')} : options),
  }));
  const tests = await backendTests({backendAs: () => forgetful});
  await assert.rejects(tests.find(({name}) => name.startsWith('does an act once'))!.run(), /one post|schema/);
});

test('what a backend does not have is not asked of it, by name', async () => {
  const small = defineBackend({'me.read': () => new ArrayBackend().as(null).call('me.read', {})});
  const tests = await backendTests({backendAs: () => small});
  assert.equal(tests.find(({name}) => name.startsWith('has no thread'))?.skipped, 'does not have threads.read');
});
