import {freePort} from '../process/free-port.ts';
import {waitUntil} from './wait-until.mjs';
import {Desktop} from './webkit-desktop.mjs';
import {keys} from './webkit-keys.mjs';

const miniBrowser = process.env.WEBKIT_MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const buttons = {left: 0, middle: 1, right: 2};
const defaultMedia = {animations: true, theme: 'Adwaita'};

/** WebKitGTK over plain WebDriver: the stock launcher drops repeated keys and cannot size the window. */
export const webkit = () => new WebKitLauncher();

class WebKitLauncher {
  name = 'WebKitGTK';
  // Where the built-in commands find a page that answers like Playwright's.
  type = 'playwright';
  concurrency = 1;

  #desktop = new Desktop();
  #starting;
  #address;
  #session;
  #active = new Map();
  #media = defaultMedia;

  async initialize() {}

  async startSession(id, url) {
    await (this.#starting ??= this.#start());
    this.#active.set(id, url);
    await this.#setViewport({width: 800, height: 600});
    await this.#command('POST', '/url', {url});
  }

  isActive(id) {
    return this.#active.has(id);
  }

  getBrowserUrl(id) {
    return this.#active.get(id);
  }

  async stopSession(id) {
    this.#active.delete(id);
    await this.#command('POST', '/url', {url: 'about:blank'});
    if (this.#media !== defaultMedia) await this.#applyMedia(defaultMedia);
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK has no debug session.');
  }

  async stop() {
    // A driver that has gone cannot end its session, and need not.
    if (this.#session) await this.#command('DELETE', '').catch(() => {});
    this.#desktop.stop();
  }

  getPage() {
    return {
      setViewportSize: size => this.#setViewport(size),
      emulateMedia: features => this.#emulateMedia(features),
      keyboard: {
        type: text => this.#keys([...text].flatMap(each => [down(each), up(each)])),
        press: combination => this.#press(combination),
        down: key => this.#keys([down(key)]),
        up: key => this.#keys([up(key)]),
      },
      mouse: {
        move: (x, y) => this.#pointer([moveTo(x, y)]),
        click: (x, y, options) => this.#pointer([moveTo(x, y), button('pointerDown', options), button('pointerUp', options)]),
        down: options => this.#pointer([button('pointerDown', options)]),
        up: options => this.#pointer([button('pointerUp', options)]),
      },
      screenshot: async () => Buffer.from(await this.#command('GET', '/screenshot'), 'base64'),
    };
  }

  async #start() {
    await this.#desktop.start();
    const port = await freePort();
    this.#address = `http://127.0.0.1:${port}`;
    this.#desktop.run('WebKitWebDriver', [`--port=${port}`]);
    const answers = () => fetch(`${this.#address}/status`).then(() => true, () => false);
    await waitUntil(answers, 'WebKitWebDriver to answer');
    const {sessionId} = await this.#send('POST', '/session', {
      capabilities: {alwaysMatch: {'webkitgtk:browserOptions': {binary: miniBrowser, args: ['--automation']}}},
    });
    this.#session = sessionId;
  }

  async #setViewport({width, height}) {
    const frame = await this.#execute('return outerHeight - innerHeight');
    await this.#command('POST', '/window/rect', {x: 0, y: 0, width, height: height + frame});
    const script = 'return innerWidth === arguments[0] && innerHeight === arguments[1]';
    await waitUntil(() => this.#execute(script, [width, height]), `WebKitGTK to be ${width} by ${height}`);
  }

  async #emulateMedia({reducedMotion, colorScheme, contrast, forcedColors, media}) {
    if (forcedColors === 'active' || media) throw new Error('WebKitGTK can emulate neither forced colours nor a medium.');
    let {animations, theme} = this.#media;
    if (reducedMotion != null) animations = reducedMotion !== 'reduce';
    if (colorScheme != null) theme = colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita';
    if (contrast != null) theme = contrast === 'more' ? 'HighContrast' : 'Adwaita';
    await this.#applyMedia({animations, theme});
  }

  async #applyMedia(wanted) {
    this.#media = wanted;
    this.#desktop.apply(wanted);
    const script = `return matchMedia('(prefers-reduced-motion: reduce)').matches === arguments[0]
      && matchMedia('(prefers-color-scheme: dark)').matches === arguments[1]`;
    const expected = [!wanted.animations, wanted.theme === 'Adwaita-dark'];
    await waitUntil(() => this.#execute(script, expected), 'WebKitGTK to apply the settings');
  }

  #press(combination) {
    const parts = combination.length > 1 ? combination.split('+') : [combination];
    return this.#keys([...parts.map(down), ...parts.toReversed().map(up)]);
  }

  #keys(actions) {
    return this.#command('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  #pointer(actions) {
    const source = {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions};
    return this.#command('POST', '/actions', {actions: [source]});
  }

  #execute(script, args = []) {
    return this.#command('POST', '/execute/sync', {script, args});
  }

  #command(method, path, body) {
    return this.#send(method, `/session/${this.#session}${path}`, body);
  }

  async #send(method, path, body) {
    const response = await fetch(this.#address + path, {
      method,
      headers: {'content-type': 'application/json'},
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const {value} = await response.json();
    if (value?.error) throw new Error(`WebKitWebDriver refused ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

const down = key => ({type: 'keyDown', value: keys[key] ?? key});
const up = key => ({type: 'keyUp', value: keys[key] ?? key});
const moveTo = (x, y) => ({type: 'pointerMove', duration: 0, x, y});
const button = (type, options) => ({type, button: buttons[options?.button ?? 'left']});
