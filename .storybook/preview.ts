/// <reference types="vite/client" />
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {network, startBackend} from './backend.ts';

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
