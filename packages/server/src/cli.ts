import {parseArgs} from 'node:util';
import {StartError} from './internal/start-error.ts';
import {runImport} from './cli/import.ts';
import {runMigrate} from './cli/migrate.ts';
import {runRebuild} from './cli/rebuild.ts';
import {runStart} from './cli/start.ts';

const usage = `Usage:
  social-learning start [--port 4400] [--host 127.0.0.1] [--data DIR | --database-url URL] [--public-url URL]
                        [--organisations FILE] [--files DIR] [--demo] [--sample DIR] [--site DIR] [--scripts DIR]
  social-learning import stackexchange DIR [--organisation SLUG] [--space SLUG] [--data DIR | --database-url URL]
  social-learning rebuild points [--data DIR | --database-url URL]
  social-learning migrate [--data DIR | --database-url URL]`;

const shared = {'data': {type: 'string'}, 'database-url': {type: 'string'}} as const;

async function main(args: readonly string[]): Promise<void> {
  const [command, ...rest] = args;
  switch (command) {
    case 'start':
      return runStart(read(rest, {
        ...shared,
        'port': {type: 'string'}, 'host': {type: 'string'}, 'public-url': {type: 'string'}, 'organisations': {type: 'string'},
        'demo': {type: 'boolean'}, 'sample': {type: 'string'}, 'site': {type: 'string'}, 'scripts': {type: 'string'}, 'files': {type: 'string'},
      }, 0).values);
    case 'import': {
      const {values, positionals: [kind, folder]} = read(rest, {...shared, organisation: {type: 'string'}, space: {type: 'string'}}, 2);
      if (kind !== 'stackexchange') throw new StartError(`Only “stackexchange” can be imported, not “${kind}”.`);
      return runImport(folder!, values);
    }
    case 'rebuild': {
      const {values, positionals: [what]} = read(rest, shared, 1);
      if (what !== 'points') throw new StartError(`Only “points” can be rebuilt, not “${what}”.`);
      return runRebuild(values);
    }
    case 'migrate':
      return runMigrate(read(rest, shared, 0).values);
    case undefined: case 'help': case '--help':
      console.log(usage);
      return;
    default:
      throw new StartError(`There is no command “${command}”.\n${usage}`);
  }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function read<Given extends Options>(args: readonly string[], options: Given, positionals: number) {
  try {
    const parsed = parseArgs({args: [...args], options, allowPositionals: positionals > 0});
    if (parsed.positionals.length !== positionals) throw new Error('Something is missing or too much.');
    return parsed;
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${usage}`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // One sentence for what a person can mend; what nobody foresaw with all that helps to find it.
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
