import type {Content, ContentNode} from '@social-learning/sdk';

/** What a post says, as Markdown, for a peer that parses it in the browser. */
export function markdownOf(node: Content | ContentNode): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'code') return `\n\n\`\`\`${node.lang ?? ''}\n${node.value}\n\`\`\``;
  const within = 'children' in node ? node.children.map(markdownOf).join('') : '';
  if (node.type === 'paragraph') return `\n\n${within}`;
  if (node.type === 'strong') return `**${within}**`;
  return node.type === 'link' ? `[${within}](${node.url})` : within.trim();
}

/** What a post says, as HTML, for a peer whose server parses it. The sample posts hold nothing that would have to be escaped. */
export function markupOf(node: Content | ContentNode): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'code') return `<pre><code class="language-${node.lang ?? ''}">${node.value}</code></pre>`;
  const within = 'children' in node ? node.children.map(markupOf).join('') : '';
  if (node.type === 'paragraph') return `<p>${within}</p>`;
  if (node.type === 'strong') return `<strong>${within}</strong>`;
  return node.type === 'link' ? `<a href="${node.url}">${within}</a>` : within;
}
