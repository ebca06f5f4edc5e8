/// <reference types="vite/client" />
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {configure} from 'storybook/test';
import {network, startBackend} from './backend.ts';

// What is not found in a shadow root would be told with a picture of that root, which the library cannot draw: it throws in its timer,
// and the story waits for its time limit without a word. The words alone are enough.
configure({
  // A loaded machine takes more than the second that is usual.
  asyncUtilTimeout: 10_000,
  getElementError: message => Object.assign(new Error(message ?? 'Nothing was found.'), {name: 'TestingLibraryElementError'}),
});

// Made by `npm run build`; before that the documentation of the attributes is missing, and nothing else.
const manifests = import.meta.glob<{default: object}>('../packages/elements/custom-elements.json', {eager: true});
for (const {default: manifest} of Object.values(manifests)) setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    a11y: {test: 'error'},
    controls: {matchers: {date: /At$/}},
  },
  tags: ['autodocs'],
  async beforeAll() {
    await network.enable();
    await startBackend();
  },
  beforeEach: () => () => network.resetHandlers(),
};

export default preview;
