/** Names by which people were mentioned in a text, with their ids. */
export type Mentioned = Map<string, string>;

const link = /\[@((?:[^\]\\\n]|\\.){1,200})\]\(person:([0-9a-f-]{36})\)/g;

/** The text as one types it, of a Markdown source: `@Ann Bakker` for each mention. Whom it means is put into `people`. */
export function toTyped(source: string, people: Mentioned): string {
  return source.replace(link, (_, name: string, id: string) => {
    const plain = name.replace(/\\(.)/g, '$1');
    people.set(plain, id);
    return `@${plain}`;
  });
}

/** The Markdown source of a text as it is typed. Of two names the longer is meant. */
export function toSource(text: string, people: Mentioned): string {
  if (people.size === 0) return text;
  const names = [...people.keys()].sort((a, b) => b.length - a.length).map(name => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const mention = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return text.replace(mention, (_, name: string) => `[@${name.replace(/[\\[\]]/g, '\\$&')}](person:${people.get(name)})`);
}
