import type {Content} from '@social-learning/protocol';
import {parseContent} from '@social-learning/protocol/markdown';

/** What may mean something in Markdown wherever it stands. The rest only does so at the beginning of a line. */
// eslint-disable-next-line no-control-regex
const marks = /[\u0000-\u0009\u000b-\u001f*_`[\]<>&\\~@]|www\.|https?:\/\//iu;
/** Begins with a letter, and has no spaces at its end that would break it. */
const plainLine = /^\p{L}(?:.*[^ ])?$/u;

/**
 * The tree of a Markdown source. Plain sentences, as most posts are, need no parser for it: parsing them costs more than all else that
 * is done for a post.
 */
export function parseSource(source: string): Content {
  const text = source.slice(0, endOf(source));
  const paragraphs = text.split(/\n{2,}/);
  const plain = !marks.test(text) && paragraphs.every(paragraph => paragraph.split('\n').every(line => plainLine.test(line)));
  return plain
    ? {type: 'root', children: paragraphs.map(value => ({type: 'paragraph', children: [{type: 'text', value}]}))}
    : parseContent(source);
}

/** Where the spaces and line ends begin that a text ends with. By hand: a pattern would try each stretch of them from each of its places. */
function endOf(source: string): number {
  let end = source.length;
  while (source[end - 1] === ' ' || source[end - 1] === '\n') end--;
  return end;
}
