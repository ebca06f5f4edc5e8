import {elementClasses} from './generated/element-classes.ts';
import {define, type DefineOptions} from './internal/define.ts';

/** Registers every element, under another prefix or in another registry where the page asks for it: `defineAll({prefix: 'learn'})`. */
export function defineAll(options: DefineOptions = {}): void {
  for (const [name, element] of Object.entries(elementClasses)) define(name, element, options);
}
