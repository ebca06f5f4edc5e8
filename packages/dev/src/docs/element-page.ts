import {code, generated, page, table} from './markdown.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

/** The part of a Custom Elements Manifest that a page is made of. */
export interface ElementDescription {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly (Named & {readonly fieldName?: string})[];
  readonly members?: readonly (Named & {readonly kind: string; readonly privacy?: string; readonly attribute?: string; readonly inheritedFrom?: object})[];
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
  const properties = (element.members ?? []).filter(member =>
    member.kind === 'field' && member.privacy === undefined && !member.inheritedFrom && member.description && !member.attribute && !member.name.startsWith('#'));
  const methods = (element.members ?? []).filter(member =>
    member.kind === 'method' && member.privacy === undefined && !member.inheritedFrom && member.description && !member.name.startsWith('#'));
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
    section('Events', 'event', element.events?.filter(({name}) => name)),
    section('Parts', 'part', element.cssParts),
    (element.cssProperties ?? []).length === 0 ? '' : page('## Custom properties', table(['property', 'default', 'what it means'],
      element.cssProperties!.map(({name, default: initial, description}) => [code(name), code(initial ?? ''), description ?? '']))).trimEnd(),
    section('States', 'state', element.cssStates),
  );
}
