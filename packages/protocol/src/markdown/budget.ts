import type {Code, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types';

/** Thrown where one stretch of text has more marks than are worth their while. */
export class TooManyMarks extends Error {
  override readonly name = 'TooManyMarks';
}

/** Marks in one stretch of text (a paragraph, a heading, a cell). People stay far below; 20,000 characters hold ten thousand. */
const most = 500;

/** `!`, `*`, `<`, `[`, `]`, `_`, the backtick, `~`. */
const marks = [33, 42, 60, 91, 93, 95, 96, 126];

/** What {@link markBudget} counts, by the names that micromark has for it; to be switched off where it was too much. */
export const countedConstructs = ['attention', 'labelStartImage', 'labelStartLink', 'labelEnd', 'htmlText', 'autolink', 'codeText'];

/**
 * An extension of micromark that matches nothing and counts. Emphasis, links, code and unclosed comments are resolved in a time that
 * grows with the square of the marks in a stretch (micromark 4: seconds for 20,000 characters), so beyond a number it gives up.
 */
export function markBudget(): Extension {
  const counts = new WeakMap<TokenizeContext, number>();
  const tokenize: Tokenizer = function (effects, _ok, nok): State {
    // A run of one mark is met once, and counts with its length.
    const run = (first: Code): State => {
      const more: State = code => {
        const count = (counts.get(this) ?? 0) + 1;
        counts.set(this, count);
        if (count > most) throw new TooManyMarks();
        effects.consume(code);
        return next;
      };
      const next: State = code => {
        if (code === first) return more(code);
        effects.exit('data');
        return nok(code);
      };
      return more;
    };
    return code => {
      effects.enter('data');
      return run(code)(code);
    };
  };
  return {text: Object.fromEntries(marks.map(mark => [mark, {tokenize, name: 'markBudget'}]))};
}

/** Quotes and lists that may begin on one line. */
const mostContainers = 100;
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const container = />|[-*+](?=[ \t])|\d[.)](?=[ \t])/g;

/** Whether a line opens so many quotes and lists within each other that walking them would exhaust the stack. */
export function isNestedTooDeep(source: string): boolean {
  return (source.match(containers) ?? []).some(start => (`${start} `.match(container) ?? []).length > mostContainers);
}
