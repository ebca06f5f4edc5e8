import {elementClasses} from './generated/element-classes.ts';
import {define, type DefineOptions} from './internal/define.ts';

/** Registers every element, under another prefix or in another registry where the page asks for it: `defineAll({prefix: 'learn'})`. Gives their tags. */
export function defineAll(options: DefineOptions = {}): string[] {
  return Object.entries(elementClasses).map(([name, element]) => {
    define(name, element, options);
    return `${options.prefix ?? 'sl'}-${name}`;
  });
}
