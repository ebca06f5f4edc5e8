import {templates} from '../../packages/elements/src/generated/locales/nl.ts';

type Template = (typeof templates)[keyof typeof templates];

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aáAÁbƀBɃcçCÇdđDĐeéEÉfƒFƑgĝGĜhĥHĤiíIÍjĵJĴkķKĶlļLĻmɱMṀnñNÑoóOÓpþPÞqɋQɊrŕRŔsšSŠtťTŤuúUÚvṽVṼwŵWŴxẋXẊyýYÝzžZŽ'].reduce<[string, string][]>(
    (pairs, letter, index, all) => (index % 2 === 0 ? [...pairs, [letter, all[index + 1]!]] : pairs), [],
  ),
);

/** A text with an accent on every letter; tags and code stay as they are. */
const accented = (text: string) => text.replace(/<[^>]*>|`[^`]*`|[A-Za-z]/g, found => accents[found] ?? found);

/** Half as much again, in words that can be broken. */
function lengthening(length: number): string {
  const half = Math.ceil(length / 2);
  return ` ${'éñóúğĥ '.repeat(Math.ceil(half / 7)).slice(0, half).trim()}`;
}

function disguised(template: Template): Template {
  if (typeof template === 'string') return accented(template) + lengthening(template.length);
  const pieces = template.strings.map(accented);
  pieces[pieces.length - 1] += lengthening(template.strings.join('').replace(/<[^>]*>/g, '').length);
  return {...template, strings: Object.assign(pieces, {raw: pieces})} as unknown as Template;
}

/**
 * Disguises every message of Dutch as a language that has an accent on every letter and needs half as much room again; `lang="nl"`
 * shows it. Gives what undoes it.
 */
export function disguise(): () => void {
  const before = {...templates};
  for (const [id, template] of Object.entries(before)) Object.assign(templates, {[id]: disguised(template)});
  return () => void Object.assign(templates, before);
}

/** What people wrote and are called, and what the browser itself says of times. */
const others = '.body, bdi, time, [aria-hidden="true"]';

/** The words on screen, or read out, that are in no message: whatever has a letter without an accent. */
export function undisguised(root: ParentNode, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.closest(others) || element.localName === 'style' || !element.checkVisibility()) continue;
    const texts = [...element.childNodes].map(node => (node instanceof Text ? node.data : null));
    for (const text of [...texts, element.ariaLabel, element.title, element.getAttribute('placeholder')]) {
      const ours = names.reduce((rest, name) => rest.replaceAll(name, ''), text ?? '').replace(/`[^`]*`/g, '');
      if (/[A-Za-z]{2}/.test(ours)) found.push(ours.trim());
    }
  }
  return found;
}
