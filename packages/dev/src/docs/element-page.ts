import {code, generated, page, table} from './markdown.ts';

export interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Member extends Named {
  readonly kind: string;
  readonly privacy?: string;
  readonly attribute?: string;
  readonly readonly?: boolean;
  readonly inheritedFrom?: object;
}

/** The part of a Custom Elements Manifest that a page is made of. */
export interface ElementDescription {
  /** Name of its class. */
  readonly name: string;
  /** File that the class is in. */
  readonly module: string;
  readonly tagName?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly (Named & {readonly fieldName?: string})[];
  readonly members?: readonly Member[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

/** What a page, a script and a style sheet may rely on of an element. */
export function elementPage(element: ElementDescription): string {
  const described = (items: readonly Named[] | undefined) => (items ?? []).map(({name, description}) => [code(name || '(default)'), description ?? '']);
  const section = (title: string, head: string, items: readonly Named[] | undefined) => {
    const rows = described(items);
    return rows.length > 0 ? page(`## ${title}`, table([head, 'what it means'], rows)).trimEnd() : '';
  };
  const properties = publicMembers(element, 'field').filter(({attribute}) => !attribute);
  const methods = publicMembers(element, 'method');
  return page(
    generated,
    `# \`<${element.tagName}>\``,
    element.description ?? '',
    page('## Attributes', table(['attribute', 'property', 'type', 'default', 'what it means'], (element.attributes ?? []).map(attribute => [
      code(attribute.name), code(attribute.fieldName ?? attribute.name), code(attribute.type?.text ?? 'string'),
      attribute.default === undefined ? '' : code(attribute.default), attribute.description ?? '',
    ]))).trimEnd(),
    section('Properties without an attribute', 'property', properties),
    section('Methods', 'method', methods),
    section('Slots', 'slot', element.slots),
    section('Events', 'event', eventsOf(element)),
    section('Parts', 'part', element.cssParts),
    (element.cssProperties ?? []).length === 0 ? '' : page('## Custom properties', table(['property', 'default', 'what it means'],
      element.cssProperties!.map(({name, default: initial, description}) => [code(name), code(initial ?? ''), description ?? '']))).trimEnd(),
    section('States', 'state', element.cssStates),
  );
}

/** Its fields or methods that a page may use. */
export function publicMembers({members}: ElementDescription, kind: 'field' | 'method'): readonly Member[] {
  return (members ?? []).filter(member =>
    member.kind === kind && member.privacy === undefined && !member.inheritedFrom && member.description && !member.name.startsWith('#'));
}

/** Its events, as its comment names them. The analyzer also finds what it dispatches, some without a name. */
export function eventsOf({events}: ElementDescription): readonly Named[] {
  return (events ?? []).filter(({name, description}) => name && description);
}
