import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-vitest', '@storybook/addon-docs'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: vite => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      conditions: ['@social-learning/source', 'module', 'browser', 'development|production'],
      dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
    },
    // PGlite finds its WebAssembly beside itself, which bundling ahead would break.
    optimizeDeps: {...vite.optimizeDeps, exclude: [...(vite.optimizeDeps?.exclude ?? []), '@electric-sql/pglite']},
  }),
};

export default config;
