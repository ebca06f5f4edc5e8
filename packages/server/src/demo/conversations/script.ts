import type {Post, ThreadKind} from '@social-learning/protocol';

/** A conversation as its writers wrote it. */
export interface Script {
  /** Slug. */
  readonly space: string;
  readonly key: string;
  readonly title: string;
  /** Default `discussion`. */
  readonly kind?: ThreadKind;
  /** ISO 8601. */
  readonly start: string;
  /**
   * A line for each post: its depth, `*` where it was accepted, `^` where it is pinned, `#` where it shows in steps how something is done, `+`
   * where its author has tried that, who says it, and what. `¶` begins a new paragraph; further
   * lines go on with it.
   */
  readonly lines: string;
}

/** One line of a script, with the line that it replies to. */
export interface ScriptLine {
  readonly person: string;
  readonly source: string;
  readonly accepted: boolean;
  readonly pinned: boolean;
  readonly form?: NonNullable<Post['form']>;
  /** Index of the line above. */
  readonly parent: number | null;
}

const pattern = /^(\d+)([*^#+]*) (\w+): (.+)$/;

/** Reads the lines of a script. Throws where one cannot be read: scripts are ours. */
export function readScript({key, lines}: Script): ScriptLine[] {
  const above: number[] = [];
  const posts: ScriptLine[] = [];
  for (const [index, line] of lines.trim().split('\n').entries()) {
    const [, depthText, signs = '', person, text] = pattern.exec(line) ?? [];
    const depth = Number(depthText);
    const before = posts.at(-1);
    if (!person && before) posts[posts.length - 1] = {...before, source: `${before.source}\n${line}`};
    else if (!person || !text || depth > above.length) throw new Error(`${key}, line ${index + 1}: ${line}`);
    else {
      const parent = depth === 0 ? null : above[depth - 1]!;
      above.length = depth;
      above.push(posts.length);
      posts.push({person, source: text.replaceAll('¶', '\n\n'), accepted: signs.includes('*'), pinned: signs.includes('^'), parent, ...(signs.includes('#') ? {form: 'how-to'} : signs.includes('+') && {form: 'tried'})});
    }
  }
  return posts;
}
