import type {ThreadKind} from '@social-learning/protocol';

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
  /** A line for each post: its depth, a star where it was accepted, who says it, and what. `¶` begins a new paragraph. */
  readonly lines: string;
}

/** One line of a script, with the line that it replies to. */
export interface ScriptLine {
  readonly person: string;
  readonly source: string;
  readonly accepted: boolean;
  /** Index of the line above. */
  readonly parent: number | null;
}

const pattern = /^(\d+)(\*?) (\w+): (.+)$/;

/** Reads the lines of a script. Throws where one cannot be read: scripts are ours. */
export function readScript({key, lines}: Script): ScriptLine[] {
  const above: number[] = [];
  return lines.trim().split('\n').map((line, index) => {
    const [, depthText, star, person, text] = pattern.exec(line) ?? [];
    const depth = Number(depthText);
    if (!person || !text || depth > above.length) throw new Error(`${key}, line ${index + 1}: ${line}`);
    const parent = depth === 0 ? null : above[depth - 1]!;
    above.length = depth;
    above.push(index);
    return {person, source: text.replaceAll('¶', '\n\n'), accepted: star === '*', parent};
  });
}
