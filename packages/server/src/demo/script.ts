import type {ThreadKind} from '@social-learning/protocol';

/** One thing that somebody says in a sample conversation. */
export interface Line {
  /** `sub` of a sample person. */
  readonly person: string;
  /** Levels of replies above it. */
  readonly depth: number;
  readonly accepted: boolean;
  /** How many say thanks. */
  readonly thanks: number;
  readonly source: string;
}

/** A sample conversation, as it is written in `conversations/`. */
export interface Script {
  readonly space: string;
  readonly subject: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly lines: readonly Line[];
}

const opening = /^(>*) ?([a-z]+)( ✓)?(?: \+(\d+))?: (.*)$/;

/**
 * Reads a script. Each post begins on a line of its own with who says it: `amara: …`, `> joris: …` for a reply,
 * `tomas ✓ +4: …` for an accepted answer that four people thank for. What follows on further lines belongs to it.
 */
export function readScript(space: string, subject: string, kind: ThreadKind, title: string, text: string): Script {
  const lines: Line[] = [];
  for (const row of text.trim().split('\n')) {
    const found = opening.exec(row);
    if (found) {
      const [, marks, person, accepted, thanks, source] = found;
      lines.push({person: person!, depth: marks!.length, accepted: accepted !== undefined, thanks: Number(thanks ?? 0), source: source!});
    } else if (lines.length > 0) {
      const last = lines.pop()!;
      lines.push({...last, source: `${last.source}\n${row}`});
    }
  }
  return {space, subject, kind, title, lines: lines.map(line => ({...line, source: line.source.trim()}))};
}
