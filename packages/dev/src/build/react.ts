import {eventsOf, type ElementDescription} from '../docs/element-page.ts';
import {nameOf} from './element-maps.ts';
import {generatedCode} from './generated-code.ts';

const folder = 'packages/react/src/generated';

/** A React component for each element, by file. */
export function reactComponents(elements: readonly ElementDescription[]): Map<string, string> {
  return new Map([
    ...elements.map(element => [`${folder}/${nameOf(element)}.ts`, component(element)] as const),
    [`${folder}/index.ts`, generatedCode(elements.map(element => `export {${componentName(element)}} from './${nameOf(element)}.ts';`))],
  ]);
}

/** `mentor-card` is `MentorCard`; the name of the provider is for the component that also feeds hooks. */
const componentName = (element: ElementDescription): string => camelCase(`-${nameOf(element)}`) + (nameOf(element) === 'provider' ? 'Element' : '');

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function component(element: ElementDescription): string {
  const name = nameOf(element);
  const events = eventsOf(element);
  const own = componentName(element);
  const elementClass = element.name === own ? `${own}Class` : element.name;
  return generatedCode(
    events.length > 0 ? ["import type {EventName} from '@lit/react';", `import type {${events.map(({type}) => type!.text).join(', ')}} from '@social-learning/elements';`] : [],
    `import {${element.name}${elementClass === element.name ? '' : ` as ${elementClass}`}} from '@social-learning/elements/${name}';`,
    `import {componentOf} from '../component-of.ts';`,
    '',
    `/** ${element.summary} */`,
    `export const ${own} = /* @__PURE__ */ componentOf('${name}', ${elementClass}, {${events.length === 0 ? '});' : ''}`,
    events.map(({name: event, type}) => `  ${camelCase(`on-${event.replace(/^sl-/, '')}`)}: '${event}' as EventName<${type!.text}>,`),
    events.length > 0 ? '});' : [],
  );
}
