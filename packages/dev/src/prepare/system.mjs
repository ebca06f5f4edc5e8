import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {Complaint} from './complaint.mjs';

/** What the tests need beyond npm packages: where each is found, and the Debian package that brings it. */
const needs = [
  {name: 'Chromium', package: 'chromium', found: () => isFile(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium')},
  {name: 'Firefox ESR', package: 'firefox-esr', found: () => isFile(process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr')},
  {
    name: 'WebKitGTK with its driver',
    package: 'webkit2gtk-driver',
    found: () => isOnPath('WebKitWebDriver') && isFile(process.env.WEBKIT_MINIBROWSER ?? miniBrowser),
  },
  {name: 'Xvfb', package: 'xvfb', found: () => isOnPath('Xvfb')},
  {name: 'xauth', package: 'xauth', found: () => isOnPath('xauth')},
  {name: 'xsettingsd', package: 'xsettingsd', found: () => isOnPath('xsettingsd')},
  {name: 'PostgreSQL 15', package: 'postgresql-15', found: () => isFile('/usr/lib/postgresql/15/bin/initdb')},
];

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** What the bench holds ours against, besides. */
export const benchNeeds = [{name: 'Redis', package: 'redis-server', found: () => isOnPath('redis-server')}];

/** Installs what is needed, by default for the tests, on Debian as root; elsewhere says what to install. */
export function installSystemPackages(wanted = needs) {
  const missing = wanted.filter(({found}) => !found());
  if (missing.length === 0) return;

  const names = missing.map(({name}) => name).join(', ');
  if (!isOnPath('apt-get') || process.getuid?.() !== 0) {
    const packages = missing.map((need) => need.package).join(' ');
    throw new Complaint(`This needs ${names}; please install them (on Debian: sudo apt-get install --no-install-recommends ${packages}).`);
  }
  console.log(`Installing ${names} …`);
  apt(['update', '-q']);
  apt(['install', '-y', '-q', '--no-install-recommends', ...missing.map((need) => need.package)]);

  const still = wanted.filter(({found}) => !found()).map(({name}) => name);
  if (still.length > 0) throw new Complaint(`${still.join(', ')} could not be found, although apt-get installed without an error.`);
}

function apt(args) {
  const {status, stderr, error} = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...args], {
    encoding: 'utf8',
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Complaint(`apt-get ${args[0]} failed: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}

const isFile = (path) => existsSync(path);
const isOnPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
