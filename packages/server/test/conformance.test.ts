import {test} from 'node:test';
import {backendTests} from '@social-learning/backend-kit';
import {httpBackend} from '@social-learning/sdk';
import {createWorld, publicUrl} from './support/world.ts';

const world = await createWorld();

/** The server as one person uses it, by way of HTTP. */
const backendAs = (who: 'ann' | 'bob' | 'guest') => httpBackend({
  url: publicUrl,
  fetch: (input, init) => Promise.resolve(world.app.fetch(new Request(input, init))),
  getToken: () => (who === 'guest' ? Promise.resolve(null) : world.host('red').sign({sub: who, name: who})),
});

for (const {name, skipped, run} of await backendTests({backendAs})) {
  test(`our own server ${name}`, {skip: skipped ?? false}, run);
}
