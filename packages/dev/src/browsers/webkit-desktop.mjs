import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

// Without it the window's own widgets keep it wider than 447 px.
const gtkStyles = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; border-width: 0; }\n';

/** The desktop that WebKitGTK needs: a display nobody sees, and settings that change while it runs. */
export class Desktop {
  #folder = mkdtempSync(join(tmpdir(), 'social-learning-webkit-'));
  #processes = [];
  #settings;

  /** Environment of the programs on this desktop. */
  env;

  async start() {
    mkdirSync(join(this.#folder, 'gtk-3.0'));
    writeFileSync(join(this.#folder, 'gtk-3.0/gtk.css'), gtkStyles);

    const screen = this.run('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp'], [
      'ignore', 'ignore', 'ignore', 'pipe',
    ]);
    const [number] = await once(screen.stdio[3], 'data');
    const display = `:${String(number).trim()}`;
    this.env = {...process.env, DISPLAY: display, XDG_CONFIG_HOME: this.#folder, NO_AT_BRIDGE: '1', GDK_BACKEND: 'x11'};

    this.#write({animations: true, theme: 'Adwaita'});
    this.#settings = this.run('xsettingsd', ['-c', this.#settingsFile]);
  }

  /** Starts a program that ends with the desktop. */
  run(program, args, stdio = 'ignore') {
    const child = spawn(program, args, {stdio, env: this.env ?? process.env});
    this.#processes.push(child);
    return child;
  }

  /** Changes what programs see of the person's wishes. */
  apply(settings) {
    this.#write(settings);
    this.#settings.kill('SIGHUP');
  }

  stop() {
    for (const child of this.#processes.reverse()) child.kill();
    rmSync(this.#folder, {recursive: true, force: true});
  }

  get #settingsFile() {
    return join(this.#folder, 'settings');
  }

  #write({animations, theme}) {
    writeFileSync(this.#settingsFile, `Gtk/EnableAnimations ${animations ? 1 : 0}\nNet/ThemeName "${theme}"\n`);
  }
}
