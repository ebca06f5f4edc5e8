import {basename} from 'node:path';
import {eventsOf, publicMembers, type ElementDescription} from '../docs/element-page.ts';
import {generatedCode} from './generated-code.ts';

const folder = 'packages/elements/src/generated';

/** All elements by name, and what each takes and sends as types: what frameworks' types and other prefixes are made of, by file. */
export function elementMaps(elements: readonly ElementDescription[]): Map<string, string> {
  return new Map([
    [`${folder}/element-classes.ts`, elementClasses(elements)],
    [`${folder}/element-types.ts`, elementTypes(elements)],
  ]);
}

const classImport = (element: ElementDescription, keyword = 'import') =>
  `${keyword} {${element.name}} from '../${element.module.replace('packages/elements/src/', '')}';`;

/** The name of an element without its prefix, as its folder and its entry are called. */
export const nameOf = ({module}: ElementDescription): string => basename(module, '.ts');

function elementClasses(elements: readonly ElementDescription[]): string {
  return generatedCode(
    elements.map(element => classImport(element)),
    '/** The class of each element, by its name without a prefix. */',
    'export const elementClasses = {',
    elements.map(element => `  '${nameOf(element)}': ${element.name},`),
    '} as const;',
  );
}

function elementTypes(elements: readonly ElementDescription[]): string {
  const events = new Set(elements.flatMap(element => eventsOf(element).map(({type}) => type!.text)));
  return generatedCode(
    elements.map(element => classImport(element, 'import type')),
    `import type {${[...events].join(', ')}} from '../index.ts';`,
    '',
    '/** The class of each tag. */',
    'export interface ElementClasses {',
    elements.map(({tagName, name}) => `  '${tagName}': ${name};`),
    '}',
    '',
    '/** What each tag takes: attributes, and properties by their own name. */',
    'export interface ElementProperties {',
    elements.flatMap(element => [`  '${element.tagName}': {`, ...properties(element), '  };']),
    '}',
    '',
    '/** What each tag sends. */',
    'export interface ElementEvents {',
    elements.flatMap(element => [
      `  '${element.tagName}': {`,
      ...eventsOf(element).flatMap(({name, description, type}) => [`    /** ${description} */`, `    '${name}': ${type!.text};`]),
      '  };',
    ]),
    '}',
  );
}

function properties(element: ElementDescription): string[] {
  const fields = publicMembers(element, 'field').filter(({readonly}) => readonly !== true);
  const attributes = (element.attributes ?? []).filter(({name}) => !fields.some(field => field.name === name));
  return [
    ...fields.flatMap(({name, description}) => [`    /** ${description} */`, `    '${name}'?: ${element.name}['${name}'];`]),
    ...attributes.flatMap(({name, description, fieldName, type}) => [
      `    /** ${description} */`, `    '${name}'?: ${fieldName === undefined ? (type?.text ?? 'string') : `${element.name}['${fieldName}']`};`,
    ]),
  ];
}
