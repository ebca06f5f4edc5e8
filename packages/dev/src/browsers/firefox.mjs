import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {waitUntil} from './wait-until.mjs';

// WebDriver BiDi of Firefox ESR has no media override, so the preferences behind each feature are set while it runs.
const mediaPreferences = {
  reducedMotion: {
    preference: 'ui.prefersReducedMotion',
    value: wanted => (wanted === 'reduce' ? 1 : 0),
    query: wanted => ['(prefers-reduced-motion: reduce)', wanted === 'reduce'],
  },
  colorScheme: {
    preference: 'layout.css.prefers-color-scheme.content-override',
    value: wanted => (wanted === 'dark' ? 0 : 1),
    query: wanted => ['(prefers-color-scheme: dark)', wanted === 'dark'],
  },
  forcedColors: {
    preference: 'browser.display.document_color_use',
    value: wanted => (wanted === 'active' ? 2 : 1),
    query: wanted => ['(forced-colors: active)', wanted === 'active'],
  },
};

/** Firefox ESR over WebDriver BiDi: Playwright needs a Firefox of its own, and Debian has no geckodriver. */
export const firefox = () => {
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      timeout: 120_000,
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'ui.prefersReducedMotion': 0,
        'layout.css.prefers-color-scheme.content-override': 1,
        'browser.display.document_color_use': 1,
        // A camera and a microphone to record from, and nobody to ask.
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
      },
    },
  });
  // Preferences, window and focus belong to the whole browser.
  launcher.concurrency = 1;
  const getPage = launcher.getPage.bind(launcher);
  // The built-in commands ask a Playwright page for more than they ask a Puppeteer one.
  launcher.type = 'playwright';
  launcher.getPage = id => asPlaywrightPage(getPage(id));
  return launcher;
};

function asPlaywrightPage(page) {
  return {
    keyboard: page.keyboard,
    mouse: page.mouse,
    setViewportSize: size => page.setViewport(size),
    screenshot: options => page.screenshot(options),
    locator: selector => ({selectOption: wanted => page.select(selector, ...optionValues(wanted))}),
    emulateMedia: features => emulateMedia(page, features),
  };
}

const optionValues = wanted =>
  [wanted].flat().map(each => (typeof each === 'object' ? (each.value ?? each.label) : each));

async function emulateMedia(page, features) {
  if (features.media) throw new Error('Firefox cannot emulate a medium.');
  const {connection} = page.browser();
  const {result} = await connection.send('browsingContext.getTree', {'moz:scope': 'chrome'});
  const target = {context: result.contexts[0].context};

  for (const [feature, {preference, value, query}] of Object.entries(mediaPreferences)) {
    const wanted = features[feature];
    if (wanted == null) continue;
    const expression = `Services.prefs.setIntPref(${JSON.stringify(preference)}, ${value(wanted)})`;
    await connection.send('script.evaluate', {expression, target, awaitPromise: true});
    const [media, expected] = query(wanted);
    const applied = async () => (await page.evaluate(text => matchMedia(text).matches, media)) === expected;
    await waitUntil(applied, `Firefox to apply ${preference}`);
  }
}
