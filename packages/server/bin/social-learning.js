#!/usr/bin/env node
import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';

// In a checkout the sources run as they are, with those of the other packages; what is published was built.
const source = new URL('../src/cli.ts', import.meta.url);
if (existsSync(source)) {
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, {...context, conditions: ['@social-learning/source', ...context.conditions]}),
  });
  await import(source.href);
} else {
  await import(new URL('../dist/cli.js', import.meta.url).href);
}
