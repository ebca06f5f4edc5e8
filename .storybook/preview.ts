import type {Preview} from '@storybook/web-components-vite';

const preview: Preview = {
  parameters: {
    a11y: {test: 'error'},
    controls: {matchers: {date: /At$/}},
  },
  tags: ['autodocs'],
};

export default preview;
