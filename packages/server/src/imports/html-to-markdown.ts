import {fromHtml} from 'hast-util-from-html';
import {toMdast} from 'hast-util-to-mdast';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {toMarkdown} from 'mdast-util-to-markdown';

/** Markdown that shows what a piece of HTML shows. */
export function htmlToMarkdown(html: string): string {
  const tree = toMdast(fromHtml(html, {fragment: true}));
  return toMarkdown(tree, {extensions: [gfmToMarkdown()], bullet: '-', rule: '-'}).trim();
}
