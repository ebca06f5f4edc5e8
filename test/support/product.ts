import {chromium, type Browser, type Page} from 'playwright';
import {startBackend, type Backend} from '../../packages/dev/src/process/backend.ts';

/** The product as `npm start` shows it, on a database of its own. */
export function startDemo(options: readonly string[] = []): Promise<Backend> {
  return startBackend(['--site', 'examples/intranet', '--scripts', 'packages/elements/cdn', ...options]);
}

/** How Debian's Chromium is started. */
export const chromiumOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
};

/** Debian's Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions);
}

/** What a page complained about: errors that nobody caught, and breaches of its Content Security Policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    // The browser asks for an icon by itself, whether the page has one or not.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) complaints.push(message.text());
  });
  return complaints;
}
