import {readFileSync} from 'node:fs';
import {eventsOf, publicMembers, type ElementDescription, type Named} from '../docs/element-page.ts';

const folder = 'packages/elements';

/** What editors read to complete and explain the elements in HTML and CSS, by file. */
export function editorData(elements: readonly ElementDescription[]): Map<string, string> {
  return new Map([
    [`${folder}/web-types.json`, webTypes(elements)],
    [`${folder}/vscode.html-custom-data.json`, htmlCustomData(elements)],
    [`${folder}/vscode.css-custom-data.json`, cssCustomData(elements)],
  ].map(([file, data]) => [file as string, `${JSON.stringify(data, null, 2)}\n`]));
}

/** For the editors of JetBrains. */
function webTypes(elements: readonly ElementDescription[]): object {
  const {name, version} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {name: string; version: string};
  const described = (items: readonly Named[] | undefined) => (items ?? []).map(({name, description}) => ({name, description}));
  return {
    '$schema': 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    'contributions': {
      html: {
        elements: elements.map(element => ({
          'name': element.tagName,
          'description': element.description,
          'attributes': (element.attributes ?? []).map(attribute => ({
            name: attribute.name, description: attribute.description, default: attribute.default, value: {type: attribute.type?.text ?? 'string'},
          })),
          'slots': described(element.slots),
          'js': {
            properties: publicMembers(element, 'field').map(({name, description, type}) => ({name, description, type: type?.text})),
            events: eventsOf(element).map(({name, description, type}) => ({name, description, type: type?.text})),
          },
          'css': {
            'properties': described(element.cssProperties),
            'parts': described(element.cssParts),
          },
        })),
      },
    },
  };
}

/** For Visual Studio Code, in HTML. */
function htmlCustomData(elements: readonly ElementDescription[]): object {
  return {
    version: 1.1,
    tags: elements.map(element => ({
      name: element.tagName,
      description: markdown(element.description),
      attributes: (element.attributes ?? []).map(({name, description, type}) => {
        const values = [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => ({name: value}));
        return {name, description: markdown(description), ...(values.length > 0 && {values})};
      }),
    })),
  };
}

/** For Visual Studio Code, in CSS: the custom properties of all elements, and their parts. */
function cssCustomData(elements: readonly ElementDescription[]): object {
  const properties = new Map(elements.flatMap(({cssProperties}) => (cssProperties ?? []).map(property => [property.name, property] as const)));
  const parts = Map.groupBy(
    elements.flatMap(({tagName, cssParts}) => (cssParts ?? []).map(({name, description}) => ({name, told: `\`<${tagName}>\`: ${description}`}))),
    ({name}) => name,
  );
  return {
    version: 1.1,
    properties: [...properties.values()].map(({name, description, default: initial}) => ({name, description: markdown(`${description} Default: \`${initial}\`.`)})),
    pseudoElements: [...parts].map(([name, told]) => ({name: `::part(${name})`, description: markdown(told.map(each => each.told).join('\n\n'))})),
  };
}

const markdown = (value = ''): object => ({kind: 'markdown', value});
