import {playwrightLauncher} from '@web/test-runner-playwright';

/** Debian's Chromium. Playwright's launcher, since it alone emulates forced colours and measures coverage. */
export const chromium = () =>
  playwrightLauncher({
    product: 'chromium',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      headless: true,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        // A camera, a microphone and a screen to record from, and nobody to ask.
        '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
      ],
    },
  });
